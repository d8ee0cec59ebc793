import { parse } from "smol-toml";
import source from "../../src-tauri/core/guides/cloud-gestion.toml?raw";
import type { GuideView } from "../src/ipc/types/GuideView";
import type { StepView } from "../src/ipc/types/StepView";

/** The built-in guide as Rust would send it, near enough for designing. */
export function demoGuide(): GuideView {
  // Its shape is Rust's to check; here a wrong one only shows.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const read = parse(source) as any;
  return {
    id: read.id,
    is_added: false,
    name: read.name,
    summary: read.summary,
    erp_name: read.erp.name,
    erp_place: read.erp.place,
    erp_address_example: read.erp.address_example,
    app_name: read.registration.app_name,
    minutes: 20,
    permissions: read.registration.delegated_permissions,
    checks: ["machine", ...read.checks],
    steps: read.steps.map(asStep),
    repairs: (read.repairs ?? []).map(asStep),
    hand_over: read.hand_over,
    check_list: read.check_list ?? [],
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
  };
}
