import { expect, it, vi } from "vitest";
import { fakeProgram, setup } from "../../dev/fake";
import type { Program } from "../ipc/program";
import { isHeld, PasteDesk, shownValue } from "./paste.svelte";
import { Session } from "./session.svelte";

const secret = { place: "keyring", because: null, length: 40, usual_shape: true } as const;

async function desk(answers: Partial<Program>, kinds = ["client_secret"]): Promise<[PasteDesk, Session]> {
  const session = new Session(fakeProgram(answers));
  await session.start();
  await session.resume(setup.id);
  return [new PasteDesk(session, kinds, 0), session];
}

it("takes an accepted value and wants nothing more", async () => {
  const [values, session] = await desk({
    pasteValue: async () => ({
      verdict: "accepted",
      setup: { ...setup, secret },
      cleaned: false,
      also: [],
      clipboard_cleared: true,
    }),
  });
  expect(values.wanted).toBe("client_secret");
  expect(await values.paste("client_secret")).toBe(true);
  expect(values.wanted).toBeNull();
  expect(isHeld(session.setup, "client_secret")).toBe(true);
});

it("keeps a refusal and what was there before", async () => {
  const [values, session] = await desk({
    pasteValue: async () => ({ verdict: "refused", reason: "looks_like_secret_id", length: 36 }),
  });
  expect(await values.paste("client_secret")).toBe(false);
  expect(values.verdicts["client_secret"]).toMatchObject({ reason: "looks_like_secret_id" });
  expect(session.setup?.secret).toBeNull();
  expect(values.wanted).toBe("client_secret");
});

it("does not insist on the tenant", async () => {
  const [values] = await desk({}, ["client_id", "tenant_id"]);
  expect(values.wanted).toBe("client_id");
  const [only] = await desk({}, ["tenant_id"]);
  expect(only.wanted).toBeNull();
});

it("replaces a value only when asked, and lets the old one stay", async () => {
  const [values, session] = await desk({});
  session.update({ ...setup, secret });
  values.change("client_secret");
  expect(values.wanted).toBe("client_secret");
  values.keep();
  expect(values.wanted).toBeNull();
});

it("tells the session why the clipboard could not be read", async () => {
  const [values, session] = await desk({
    pasteValue: () => Promise.reject({ fault: "clipboard_unavailable" }),
  });
  expect(await values.paste("client_secret")).toBe(false);
  expect(session.fault).toEqual({ fault: "clipboard_unavailable" });
  expect(values.busy).toBeNull();
});

it("reads once, however often it is pressed", async () => {
  const pasteValue = vi.fn(async () => ({ verdict: "refused", reason: "empty", length: 0 }) as const);
  const [values] = await desk({ pasteValue });
  await Promise.all([values.paste("client_secret"), values.paste("client_secret")]);
  expect(pasteValue).toHaveBeenCalledTimes(1);
});

it("never shows a secret", () => {
  expect(shownValue({ ...setup, secret }, "client_secret")).toBeNull();
  expect(shownValue(setup, "mailbox")).toBe("ana@example.com");
});
