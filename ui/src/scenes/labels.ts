// The labels of Microsoft's and Cloud Gestion's screens, as those screens write them. They are part of a drawing,
// not our words, so they live here and not in Fluent. Each file says where its labels come from.

import type { LanguageCode } from "../texts/index.svelte";
import { en } from "./labels/en";
import { es } from "./labels/es";

export { ERP_LABELS, EV4_LABELS, MYCRMWEB_LABELS, NOCOBASE_LABELS } from "./labels/erp";

/** Every label, in the shape of the Spanish ones: a language that lacks one does not compile. */
export type Labels = typeof es;

export const LABELS: Record<LanguageCode, Labels> = { es, en };
