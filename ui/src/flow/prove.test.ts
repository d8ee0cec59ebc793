import { describe, expect, it, vi } from "vitest";
import { fakeProgram, report, setup } from "../../dev/fake";
import type { Listener, Program } from "../ipc/program";
import type { CheckView } from "../ipc/types/CheckView";
import type { RemedyView } from "../ipc/types/RemedyView";
import type { ReportView } from "../ipc/types/ReportView";
import { Session } from "./session.svelte";

async function atProof(answers: Partial<Program> = {}): Promise<Session> {
  const openSetup = async () => ({ ...setup, current_step: "prove" });
  const session = new Session(fakeProgram({ openSetup, ...answers }));
  await session.start();
  await session.resume(setup.id);
  return session;
}

function failed(check: string, remedy: RemedyView): CheckView {
  const evidence = {
    code: null,
    status: null,
    proxy: null,
    trace_id: null,
    correlation_id: null,
    timestamp: null,
    host: null,
    text: null,
    expected: null,
    found: null,
  };
  return {
    check,
    outcome: {
      outcome: "failed",
      problem: { kind: "secret_wrong", who: "you", retry: "now", remedy, evidence },
    },
  };
}

describe("a run", () => {
  it.each(["calendar", "contacts", "inbox", "imap"])(
    "signs in again where a look at the mailbox failed: %s",
    async (check) => {
      const old = report("sign_in", [failed(check, { action: "try_again" })]);
      const signIn = vi.fn(async () => report("hand_over"));
      const { run } = await atProof({
        openSetup: async () => ({ ...setup, current_step: "prove", report: old }),
        signIn,
      });
      await run.tryAgain();
      expect(signIn).toHaveBeenCalledOnce();
    },
  );

  it.each([
    ["app_permissions", "check"],
    ["sign_in", "sign_in"],
  ])("goes on after an approval where it was missing: %s", async (failedAt, phase) => {
    const old = report("sign_in", [failed(failedAt, { action: "ask_it" })]);
    const check = vi.fn(async () => report("sign_in"));
    const approve = async () => ({ is_approved: true, problem: null });
    const { run } = await atProof({
      openSetup: async () => ({ ...setup, current_step: "prove", report: old }),
      approve,
      check,
    });
    await run.approve();
    expect(check).toHaveBeenCalledTimes(phase === "check" ? 1 : 0);
    expect(run.phase).toBe("sign_in");
  });

  it("sends nothing by itself where sending by SMTP failed", async () => {
    const old = report("sign_in", [failed("smtp", { action: "try_again" })]);
    const sendTestMail = vi.fn();
    const { run } = await atProof({
      openSetup: async () => ({ ...setup, current_step: "prove", report: old }),
      sendTestMail,
    });
    await run.tryAgain();
    expect(run.phase).toBe("send");
    expect(sendTestMail).not.toHaveBeenCalled();
  });

  it("begins with the checks of the guide, all waiting", async () => {
    const { run } = await atProof();
    expect(run.phase).toBe("check");
    expect(run.lines.map(({ check, outcome }) => [check, outcome.outcome])).toEqual([
      ["secret", "waiting"],
      ["sign_in", "waiting"],
      ["mail_accepted", "waiting"],
    ]);
  });

  it("goes on where a report of the program stands", async () => {
    const current = { ...setup, current_step: "prove", report: report("confirm_arrival") };
    const { run } = await atProof({ openSetup: async () => current });
    expect(run.phase).toBe("confirm_arrival");
  });

  it("starts afresh after a failure: the cause may be gone", async () => {
    const old = report("fix", [failed("secret", { action: "try_again" })]);
    const { run } = await atProof({
      openSetup: async () => ({ ...setup, current_step: "prove", report: old }),
    });
    expect(run.phase).toBe("check");
    expect(run.problem).toBeNull();
  });

  it("shows each line while it runs", async () => {
    let listen: Listener = () => undefined;
    let end: (report: ReportView) => void = () => undefined;
    const { run } = await atProof({
      check: (_setup, listener) => {
        listen = listener;
        return new Promise((resolve) => (end = resolve));
      },
    });
    const pending = run.check();
    expect(run.running).toBe("check");
    listen({ event: "check", line: { check: "secret", outcome: { outcome: "running" } } });
    expect(run.lines[0]?.outcome.outcome).toBe("running");
    end(report("sign_in", [{ check: "secret", outcome: { outcome: "passed" } }]));
    await pending;
    expect(run.running).toBeNull();
    expect(run.phase).toBe("sign_in");
    expect(run.lines[0]?.outcome.outcome).toBe("passed");
  });

  it("puts the lines back when the call itself fails", async () => {
    const session = await atProof({ check: () => Promise.reject({ fault: "busy" }) });
    await session.run.check();
    expect(session.fault).toEqual({ fault: "busy" });
    expect(session.run.phase).toBe("check");
    expect(session.run.running).toBeNull();
  });

  it("does not run two stages at a time", async () => {
    const check = vi.fn(() => new Promise<ReportView>(() => undefined));
    const { run } = await atProof({ check });
    void run.check();
    void run.check();
    expect(check).toHaveBeenCalledTimes(1);
  });

  it("follows the sign-in window", async () => {
    const seen: unknown[] = [];
    const { run } = await atProof({
      signIn: async (_setup, _surface, listener) => {
        listener({ event: "sign_in", what: { what: "opened" } });
        listener({ event: "sign_in", what: { what: "host", host: "login.example" } });
        seen.push(run.signInWindow, run.host);
        listener({ event: "sign_in", what: { what: "answered" } });
        seen.push(run.signInWindow);
        return report("send");
      },
    });
    await run.signIn();
    expect(seen).toEqual(["open", "login.example", "answered"]);
    expect(run.signInWindow).toBe("closed");
    expect(run.phase).toBe("send");
  });

  it("does not listen any more once the person has left", async () => {
    let end: (report: ReportView) => void = () => undefined;
    const cancel = vi.fn(async () => null);
    const session = await atProof({ cancel, check: () => new Promise((resolve) => (end = resolve)) });
    const pending = session.run.check();
    await session.home();
    expect(cancel).toHaveBeenCalled();
    end(report("sign_in"));
    await pending;
    expect(session.run.phase).toBe("check");
    expect(session.route.page).toBe("welcome");
  });
});

describe("a problem", () => {
  it("is the first that failed, and its button does what it says", async () => {
    const goToStep = vi.fn(async () => ({ ...setup, current_step: "one" }));
    const lines = [failed("secret", { action: "go_to_step", step: "one" })];
    const session = await atProof({ check: async () => report("fix", lines), goToStep });
    await session.run.check();
    expect(session.run.phase).toBe("fix");
    expect(session.run.problem?.kind).toBe("secret_wrong");
    await session.run.remedy();
    expect(session.route).toEqual({ page: "step", step: "one" });
  });

  it.each([
    ["review_values", "values"],
    ["ask_it", "it-message"],
  ] as const)("may show %s", async (action, overlay) => {
    const session = await atProof({ check: async () => report("fix", [failed("secret", { action })]) });
    await session.run.check();
    await session.run.remedy();
    expect(session.overlay).toBe(overlay);
  });

  it("is tried again from the stage that failed", async () => {
    const signIn = vi.fn(async () => report("fix", [failed("account", { action: "try_again" })]));
    const { run } = await atProof({ signIn });
    await run.signIn();
    await run.remedy();
    expect(signIn).toHaveBeenCalledTimes(2);
    expect(run.phase).toBe("fix");
  });

  it("never sends again by itself", async () => {
    const sendTestMail = vi.fn(async () => report("fix", [failed("mail_accepted", { action: "try_again" })]));
    const { run } = await atProof({ sendTestMail });
    await run.send("ana@example.com");
    await run.remedy();
    expect(sendTestMail).toHaveBeenCalledTimes(1);
    expect(run.phase).toBe("send");
  });
});
