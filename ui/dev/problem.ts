import type { ProblemView } from "../src/ipc/types/ProblemView";

/** A problem as Rust would tell it, with evidence as Microsoft writes it. */
export function demoProblem(kind: string): ProblemView {
  const wrong = kind === "wrong_account";
  return {
    kind,
    who: kind === "admin_approval_needed" ? "it" : "you",
    retry: "after_fix",
    remedy: wrong ? { action: "sign_in_again" } : { action: "go_to_step", step: "client-secret" },
    evidence: {
      code: "AADSTS7000215",
      status: 401,
      trace_id: "0d1e7f3a-5b8e-4a35-b7ab-6d6d4b2f1500",
      correlation_id: "7f4f5c0e-6a2e-4f8f-8f0f-3f4a1f2f7a11",
      timestamp: "2026-11-20 09:58:12Z",
      host: "login.microsoftonline.com",
      proxy: null,
      text: "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.",
      expected: wrong ? "ventas@miempresa.com" : null,
      found: wrong ? "ana.garcia@miempresa.com" : null,
    },
  };
}
