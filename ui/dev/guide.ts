import { parse } from "smol-toml";
import source from "../../src-tauri/core/guides/cloud-gestion.toml?raw";
import type { GuideView } from "../src/ipc/types/GuideView";

/** The built-in guide as Rust would send it, near enough for designing. */
export function demoGuide(): GuideView {
  // Its shape is Rust's to check; here a wrong one only shows.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const read = parse(source) as any;
  return {
    id: read.id,
    name: read.name,
    summary: read.summary,
    erp_name: read.erp.name,
    erp_place: read.erp.place,
    erp_address_example: read.erp.address_example,
    app_name: read.registration.app_name,
    minutes: 20,
    permissions: read.registration.delegated_permissions,
    checks: read.checks,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    steps: read.steps.map((step: any) => ({
      ...step,
      warning: step.warning ?? null,
      opens_portal: Boolean(step.portal),
      asks: step.asks ?? [],
      gives: step.gives ?? [],
      proves: step.kind === "prove",
    })),
    hand_over: read.hand_over,
  };
}
