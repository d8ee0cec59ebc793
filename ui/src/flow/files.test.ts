import { describe, expect, it, vi } from "vitest";
import { fakeProgram, setup } from "../../dev/fake";
import type { Program } from "../ipc/program";
import type { ImportView } from "../ipc/types/ImportView";
import { Session } from "./session.svelte";

const found: ImportView = {
  guide: "guide",
  erp_address: "erp.example",
  redirect_uri: "https://erp.example/callback",
  mailbox: "ana@example.com",
  tenant_id: null,
  client_id: null,
  has_secret: true,
  known: null,
};

async function started(answers: Partial<Program>): Promise<Session> {
  const session = new Session(fakeProgram({ forgetImport: async () => null, ...answers }));
  await session.start();
  return session;
}

describe("a file that somebody opened", () => {
  it("is asked for its passphrase where it is sealed, and kept only once the person says so", async () => {
    const importSetup = vi.fn(async () => setup);
    const unsealFile = vi.fn(async () => ({ what: "import" as const, import: found }));
    const session = await started({ openFile: async () => ({ what: "sealed" }), unsealFile, importSetup });
    await session.files.open("age");
    expect(session.files.sealed).toBe("age");
    await session.files.unseal("k7fm");
    expect(unsealFile).toHaveBeenCalledWith("age", "k7fm");
    expect(session.files.found).toEqual(found);
    expect(importSetup).not.toHaveBeenCalled();
    await session.files.keep();
    expect(session.route).toEqual({ page: "step", step: "one" });
    expect([session.files.sealed, session.files.found]).toEqual([null, null]);
  });

  it("stays to be opened where the passphrase is wrong", async () => {
    const session = await started({
      openFile: async () => ({ what: "sealed" }),
      unsealFile: () => Promise.reject({ fault: "wrong_passphrase" }),
    });
    await session.files.open("age");
    await session.files.unseal("no");
    expect([session.files.sealed, session.files.found]).toEqual(["age", null]);
    expect(session.fault).toEqual({ fault: "wrong_passphrase" });
  });

  it("is forgotten on both sides where it is not wanted", async () => {
    const forgetImport = vi.fn(async () => null);
    const session = await started({
      openFile: async () => ({ what: "import", import: found }),
      forgetImport,
    });
    await session.files.open("{}");
    await session.files.forget();
    expect(session.files.found).toBeNull();
    expect(forgetImport).toHaveBeenCalledOnce();
  });

  it("leads to the setup that is here already", async () => {
    const openSetup = vi.fn(async () => setup);
    const known = { ...found, known: "s1" };
    const session = await started({
      openFile: async () => ({ what: "import", import: known }),
      openSetup,
    });
    await session.files.open("{}");
    await session.files.openKnown();
    expect(openSetup).toHaveBeenCalledWith("s1");
    expect(session.setup).toEqual(setup);
  });

  it("opens the setup of a request or an answer at once", async () => {
    const session = await started({ openFile: async () => ({ what: "setup", setup }) });
    await session.files.open("request");
    expect(session.setup).toEqual(setup);
    expect(session.files.found).toBeNull();
  });
});
