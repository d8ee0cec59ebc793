// A program for tests: every call fails unless the test says what it answers.

import type { Program } from "../src/ipc/program";
import type { AppView } from "../src/ipc/types/AppView";
import type { GuideView } from "../src/ipc/types/GuideView";
import type { ReportView } from "../src/ipc/types/ReportView";
import type { SetupView } from "../src/ipc/types/SetupView";
import type { StepView } from "../src/ipc/types/StepView";

const both = (text: string) => ({ es: text, en: text });

function step(id: string, more: Partial<StepView> = {}): StepView {
  return {
    id,
    minutes: 2,
    task: both(id),
    title: both(id),
    lead: both("…"),
    place: both("…"),
    actions: [both("**A** `b`")],
    result: both("…"),
    warning: null,
    symptoms: [],
    scene: { scene: "drawn", name: "" },
    opens_portal: true,
    asks: [],
    gives: [],
    proves: false,
    approves: false,
    grants: false,
    ...more,
  };
}

export const guide: GuideView = {
  id: "guide",
  origin: "built_in",
  name: both("Guide"),
  summary: both("…"),
  erp_name: "ERP",
  erp_place: both("…"),
  erp_address_example: "https://erp.example",
  app_name: both("ERP Mail"),
  minutes: 6,
  permissions: [],
  application_permissions: [],
  registered_by: "customer",
  needs_tenant: false,
  retired: [],
  checks: ["secret", "sign_in", "mail_accepted"],
  steps: [step("one", { asks: ["client_secret"] }), step("two"), step("prove", { proves: true })],
  repairs: [],
  hand_over: [{ label: both("Secret"), value: "client_secret" }],
  support: null,
  check_list: [],
  questions: [],
  access: null,
};

export const setup: SetupView = {
  id: "s1",
  guide: "guide",
  erp_address: "https://erp.example",
  mailbox: "ana@example.com",
  redirect_uri: "https://erp.example/callback",
  client_id: null,
  tenant_id: null,
  secret: null,
  keyring_fault: null,
  steps_done: [],
  current_step: "one",
  verified_at: null,
  report: null,
  waiting_since: null,
  waiting_for: null,
  secret_ends: null,
  name: null,
  renewal: null,
  signs_in: "ana@example.com",
  choices: { questions: [], signs_in: null, asks_signs_in: false, snags: [] },
  helps: false,
};

export const app: AppView = {
  version: "0",
  language: "es",
  look: { colours: "system", motion: "system", letters: "normal" },
  guide_faults: [],
  practice: null,
  guides: [guide],
  setups: [],
};

export function report(next: ReportView["next"], checks: ReportView["checks"] = []): ReportView {
  return {
    checks,
    next,
    account: null,
    sent_to: null,
    unread: null,
    ways: [],
    way: "window",
    next_way: null,
  };
}

/** A program that answers what `answers` says and rejects everything else. */
export function fakeProgram(answers: Partial<Program>): Program {
  const basics: Partial<Program> = {
    start: async () => app,
    openSetup: async () => setup,
    listSetups: async () => [],
    lookAtFiles: async () => ({ mishaps: [], newer: [], unread: [] }),
    setLanguage: async () => null,
    hearProposals: async () => null,
    hearKeyring: async () => null,
    cancel: async () => null,
  };
  return new Proxy({ ...basics, ...answers } as Program, {
    get: (known, name: keyof Program) =>
      known[name] ?? (() => Promise.reject(new Error(`not expected: ${String(name)}`))),
  });
}
