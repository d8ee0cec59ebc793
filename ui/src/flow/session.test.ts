import { describe, expect, it, vi } from "vitest";
import { app, fakeProgram, guide, report, setup } from "../../dev/fake";
import type { Program } from "../ipc/program";
import { Session } from "./session.svelte";

async function started(answers: Partial<Program> = {}): Promise<Session> {
  const session = new Session(fakeProgram(answers));
  await session.start();
  return session;
}

describe("start", () => {
  it("takes the language and the guides from the program", async () => {
    const session = await started();
    expect(session.app).toEqual(app);
    expect(session.route.page).toBe("welcome");
  });

  it("keeps the fault when the program does not answer", async () => {
    const session = await started({
      start: () => Promise.reject({ fault: "machine_refused", kind: "disk_full" }),
    });
    expect(session.app).toBeNull();
    expect(session.fault).toEqual({ fault: "machine_refused", kind: "disk_full" });
  });

  it("calls whatever else is thrown an internal fault", async () => {
    const session = await started({ start: () => Promise.reject(new TypeError("?")) });
    expect(session.fault).toEqual({ fault: "internal" });
  });
});

describe("the details", () => {
  const details = { erpAddress: "https://erp.example", mailbox: "ana@example.com" };

  it("open the first step once they are taken", async () => {
    const session = await started({ createSetup: async () => setup });
    session.chooseGuide(guide.id);
    expect(await session.saveDetails(guide.id, details)).toEqual([]);
    expect(session.route).toEqual({ page: "step", step: "one" });
  });

  it("take the Client ID along that the vendor's link proposed, and never into another guide", async () => {
    const createSetup = vi.fn(async () => setup);
    const session = await started({ createSetup });
    const proposal = { guide: guide.id, erp_address: null, mailbox: null, client_id: "an id", refused: [] };
    session.proposal = proposal;
    await session.takeProposal();
    await session.saveDetails(guide.id, details);
    expect(createSetup).toHaveBeenLastCalledWith(guide.id, details, "an id");
    session.proposal = proposal;
    await session.takeProposal();
    session.unchooseGuide();
    session.chooseGuide("another");
    await session.saveDetails("another", details);
    expect(createSetup).toHaveBeenLastCalledWith("another", details, null);
  });

  it("come back with the reason of each refusal, and the page stays", async () => {
    const refused: [string, string][] = [["mailbox", "not_an_email"]];
    const session = await started({
      createSetup: () => Promise.reject({ fault: "values_refused", refused }),
    });
    session.chooseGuide(guide.id);
    expect(await session.saveDetails(guide.id, details)).toEqual(refused);
    expect([session.route.page, session.guide?.id]).toEqual(["welcome", guide.id]);
    expect(session.fault).toBeNull();
  });

  it("change a setup that exists instead of making another", async () => {
    const changeDetails = vi.fn(async () => ({ ...setup, mailbox: "b@example.com" }));
    const session = await started({ changeDetails });
    await session.resume(setup.id);
    session.editDetails();
    await session.saveDetails(guide.id, details);
    expect(changeDetails).toHaveBeenCalledWith(setup.id, details);
    expect(session.setup?.mailbox).toBe("b@example.com");
  });
});

describe("the steps", () => {
  it("go on to the step that the program names", async () => {
    const session = await started({
      stepDone: async () => ({ ...setup, steps_done: ["one"], current_step: "two" }),
    });
    await session.resume(setup.id);
    await session.done();
    expect(session.route).toEqual({ page: "step", step: "two" });
  });

  it("stay where they are when it could not be saved", async () => {
    const session = await started({
      stepDone: () => Promise.reject({ fault: "machine_refused", kind: "disk_full" }),
    });
    await session.resume(setup.id);
    await session.done();
    expect(session.route).toEqual({ page: "step", step: "one" });
    expect(session.fault).toEqual({ fault: "machine_refused", kind: "disk_full" });
  });

  it("go back to the step before, and from the first to the details", async () => {
    const session = await started({ goToStep: async (_setup, step) => ({ ...setup, current_step: step }) });
    await session.resume(setup.id);
    await session.goTo("two");
    await session.goBack();
    expect(session.route).toEqual({ page: "step", step: "one" });
    await session.goBack();
    expect(session.route.page).toBe("details");
  });

  it("end after the last one", async () => {
    const session = await started({
      openSetup: async () => ({ ...setup, current_step: "prove" }),
      stepDone: async () => ({ ...setup, current_step: "prove", steps_done: ["prove"] }),
    });
    await session.resume(setup.id);
    expect(session.route).toEqual({ page: "prove", step: "prove" });
    await session.done();
    expect(session.route.page).toBe("end");
  });
});

it("says so when the guide of a setup is not known", async () => {
  const session = await started({ openSetup: async () => ({ ...setup, guide: "gone" }) });
  await session.resume(setup.id);
  expect(session.fault).toEqual({ fault: "guide_not_found" });
  expect(session.route.page).toBe("welcome");
});

describe("a renewal", () => {
  const at = (stage: string) => ({ ...setup, renewal: { stage, old_ends: "2026-12-20" } });

  it("begins on the page of the secret", async () => {
    const session = await started({ beginRenewal: async () => at("asks") });
    await session.renew(setup.id);
    expect(session.route).toEqual({ page: "renew", step: "one" });
  });

  it.each([
    ["asks", "renew"],
    ["proves", "prove"],
    ["hand_over", "prove"],
    ["remove_old", "remove_old"],
  ])("that was left while it %s goes on at %s", async (stage, page) => {
    const session = await started({ openSetup: async () => at(stage) });
    await session.resume(setup.id);
    expect(session.route.page).toBe(page);
    if (stage === "hand_over") expect(session.run.phase).toBe("hand_over");
  });

  it("is mended on a page of the guide and comes back to its proof", async () => {
    const session = await started({
      openSetup: async () => at("proves"),
      goToStep: async () => ({ ...at("proves"), current_step: "two" }),
      stepDone: async () => at("proves"),
    });
    await session.resume(setup.id);
    await session.goTo("two");
    expect(session.route).toEqual({ page: "step", step: "two" });
    await session.done();
    expect(session.route.page).toBe("prove");
    await session.goBack();
    expect(session.route.page).toBe("renew");
  });

  it("that is given up leads home", async () => {
    const session = await started({
      openSetup: async () => at("asks"),
      cancelRenewal: async () => setup,
    });
    await session.resume(setup.id);
    await session.cancelRenewal();
    expect(session.route.page).toBe("welcome");
  });
});

it("checks a setup at once, on the page of the last step", async () => {
  const check = vi.fn(async () => report("sign_in"));
  const session = await started({ check });
  await session.recheck(setup.id);
  expect(session.route).toEqual({ page: "prove", step: "prove" });
  expect(check).toHaveBeenCalledOnce();
  expect(session.run.phase).toBe("sign_in");
});

it("keeps the list when a change of it is refused", async () => {
  const session = await started();
  const refused = () => Promise.reject({ fault: "values_refused", refused: [["name", "too_long"]] });
  expect(await session.changeList(refused)).toBe(false);
  expect(session.fault?.fault).toBe("values_refused");
});

describe("the keyring", () => {
  it("is seen to wait while it does", async () => {
    let tell: (waits: boolean) => void = () => undefined;
    const session = await started({
      hearKeyring: async (listener) => {
        tell = listener;
        return null;
      },
    });
    expect(session.keyringWaits).toBe(false);
    tell(true);
    expect(session.keyringWaits).toBe(true);
    tell(false);
    expect(session.keyringWaits).toBe(false);
  });

  it("is tried again without leaving the page, and says why it still refuses", async () => {
    const session = await started({
      tryKeyring: vi
        .fn()
        .mockRejectedValueOnce({ fault: "machine_refused", kind: "keyring_locked" })
        .mockResolvedValueOnce({ ...setup, keyring_fault: null }),
      openSetup: async () => ({ ...setup, keyring_fault: "keyring_locked" }),
    });
    await session.resume(setup.id);
    await session.tryKeyring();
    expect(session.fault).toEqual({ fault: "machine_refused", kind: "keyring_locked" });
    expect(session.setup?.keyring_fault).toBe("keyring_locked");
    await session.tryKeyring();
    expect(session.setup?.keyring_fault).toBeNull();
  });
});

describe("forgetting everything", () => {
  it("begins anew and says what is left", async () => {
    const left = [{ left: "secret", kind: "keyring_locked" } as const];
    const start = vi
      .fn()
      .mockResolvedValueOnce(app)
      .mockResolvedValueOnce({ ...app, language: "en" });
    const session = await started({ start, forgetEverything: async () => ({ left }) });
    expect(await session.forgetEverything()).toEqual(left);
    expect(session.app?.language).toBe("en");
  });

  it("says nothing of what is left where it could not be asked", async () => {
    const session = await started({ forgetEverything: () => Promise.reject({ fault: "internal" }) });
    expect(await session.forgetEverything()).toBeNull();
    expect(session.fault).toEqual({ fault: "internal" });
  });
});
