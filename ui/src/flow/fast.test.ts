import { expect, it, vi } from "vitest";
import { fakeProgram, setup } from "../../dev/fake";
import type { Program } from "../ipc/program";
import type { Verdict } from "../ipc/types/Verdict";
import { FastPath } from "./fast.svelte";
import { Session } from "./session.svelte";

const secret = { place: "keyring", because: null, length: 40, usual_shape: true } as const;
const filled = { ...setup, client_id: "c1", tenant_id: "t1", secret };
const proving = { ...filled, steps_done: ["one", "two"], current_step: "prove" };

function accepted(also: string[]): Verdict {
  return { verdict: "accepted", setup: filled, cleaned: false, also, clipboard_cleared: true };
}

async function fastPath(answers: Partial<Program>): Promise<[FastPath, Session]> {
  const session = new Session(fakeProgram(answers));
  await session.start();
  await session.resume(setup.id);
  session.takeFastPath();
  expect(session.route).toEqual({ page: "fast", step: "one" });
  return [new FastPath(session, 0), session];
}

it("goes on to the last step with the whole block", async () => {
  const portalStepsDone = vi.fn(async () => proving);
  const [fast, session] = await fastPath({
    pasteValue: async () => accepted(["client_id", "tenant_id"]),
    portalStepsDone,
  });
  await fast.paste();
  expect(portalStepsDone).toHaveBeenCalledExactlyOnceWith(setup.id);
  expect(session.route).toEqual({ page: "prove", step: "prove" });
  expect(session.run.phase).toBe("check");
});

it("stays with a secret alone, and says so", async () => {
  const [fast, session] = await fastPath({ pasteValue: async () => accepted([]) });
  await fast.paste();
  expect(fast.partial).toBe(true);
  expect(fast.refusal).toBeNull();
  expect(session.route.page).toBe("fast");
  expect(session.fault).toBeNull();
});

it("stays with what is not the block, and says why", async () => {
  const [fast, session] = await fastPath({
    pasteValue: async () => ({ verdict: "refused", reason: "looks_like_client_id", length: 36 }),
  });
  await fast.paste();
  expect(fast.refusal).toBe("looks_like_client_id");
  expect(fast.partial).toBe(false);
  expect(session.route.page).toBe("fast");
});

it("takes the block by hand where the clipboard cannot be read", async () => {
  const enterValue = vi.fn(async () => accepted(["client_id"]));
  const [fast, session] = await fastPath({
    pasteValue: () => Promise.reject({ fault: "clipboard_unavailable" }),
    enterValue,
    portalStepsDone: async () => proving,
  });
  await fast.paste();
  expect(session.fault).toEqual({ fault: "clipboard_unavailable" });
  expect(await fast.enter("{}")).toBe(true);
  expect(enterValue).toHaveBeenCalledWith(setup.id, "client_secret", "{}");
  expect(session.route.page).toBe("prove");
});

it("does not ask for the block again when only the way on failed", async () => {
  const pasteValue = vi.fn(async () => accepted(["client_id"]));
  const portalStepsDone = vi
    .fn<Program["portalStepsDone"]>()
    .mockRejectedValueOnce({ fault: "machine_refused", kind: "disk_full" })
    .mockResolvedValueOnce(proving);
  const [fast, session] = await fastPath({ pasteValue, portalStepsDone });
  await fast.paste();
  expect(session.fault).toEqual({ fault: "machine_refused", kind: "disk_full" });
  await fast.paste();
  expect(pasteValue).toHaveBeenCalledTimes(1);
  expect(session.route.page).toBe("prove");
});

it("says that the script is copied only when it is, for the shell that was chosen", async () => {
  const copyScript = vi
    .fn<Program["copyScript"]>()
    .mockResolvedValueOnce(null)
    .mockRejectedValueOnce({ fault: "clipboard_unavailable" });
  const [fast] = await fastPath({ copyScript });
  expect(await fast.copy()).toBe(true);
  expect(copyScript).toHaveBeenLastCalledWith(setup.id, "bash");
  fast.shell = "powershell";
  expect(await fast.copy()).toBe(false);
  expect(copyScript).toHaveBeenLastCalledWith(setup.id, "powershell");
});
