import { parse } from "smol-toml";
import cloudGestion from "../../src-tauri/core/guides/cloud-gestion.toml?raw";
import ev4 from "../../src-tauri/core/guides/ev4.toml?raw";
import mycrmweb from "../../src-tauri/core/guides/mycrmweb.toml?raw";
import nocobase from "../../src-tauri/core/guides/nocobase.toml?raw";
import type { GuideView } from "../src/ipc/types/GuideView";
import type { StepView } from "../src/ipc/types/StepView";

/** The guide of Cloud Gestion as Rust would send it, near enough for designing. */
export function demoGuide(): GuideView {
  return asGuide(cloudGestion);
}

/** Every built-in guide, in the order in which they are offered. */
export function demoGuides(): GuideView[] {
  return [cloudGestion, mycrmweb, nocobase, ev4].map(asGuide);
}

function asGuide(source: string): GuideView {
  // Its shape is Rust's to check; here a wrong one only shows.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const read = parse(source) as any;
  return {
    id: read.id,
    origin: "built_in",
    name: read.name,
    summary: read.summary,
    erp_name: read.erp.name,
    erp_place: read.erp.place,
    erp_address_example: read.erp.address_example,
    app_name: read.registration.app_name,
    minutes: 20,
    permissions: read.registration.delegated_permissions,
    application_permissions: read.registration.application_permissions ?? [],
    registered_by: read.registration.vendor ? "vendor" : "customer",
    needs_tenant: read.registration.audience === "single_tenant",
    retired: (read.registration.retired ?? []).map((retired: object) => ({ still: null, ...retired })),
    checks: ["machine", ...read.checks],
    steps: read.steps.map(asStep),
    repairs: (read.repairs ?? []).map(asStep),
    hand_over: read.hand_over ?? [],
    support: read.support ? { mail: null, phone: null, ...read.support } : null,
    check_list: read.check_list ?? [],
    questions: read.questions ?? [],
    access: read.access ?? null,
  };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function asStep(step: any): StepView {
  return {
    ...step,
    scene: { scene: "drawn", name: step.scene },
    warning: step.warning ?? null,
    opens_portal: Boolean(step.portal),
    symptoms: step.symptoms ?? [],
    asks: step.asks ?? [],
    gives: step.gives ?? [],
    proves: step.kind === "prove",
    approves: step.kind === "approve",
    grants: step.portal === "api-permissions",
  };
}
