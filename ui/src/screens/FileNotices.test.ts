// @vitest-environment happy-dom
// What the first page tells of the files: damaged ones until the person knows, newer ones to be looked at.

import { mount, unmount } from "svelte";
import { afterEach, expect, it, vi } from "vitest";
import App from "../App.svelte";
import { fakeProgram } from "../../dev/fake";
import type { Program } from "../ipc/program";
import type { FilesView } from "../ipc/types/FilesView";
import { language } from "../texts/index.svelte";

const none: FilesView = { mishaps: [], newer: [], unread: [] };
let app: Record<string, unknown> | undefined;

afterEach(() => (app ? unmount(app) : undefined));

async function welcome(files: FilesView, more: Partial<Program> = {}): Promise<HTMLElement> {
  document.body.innerHTML = '<div id="app"></div>';
  const program = fakeProgram({ lookAtFiles: async () => files, pageReady: async () => null, ...more });
  app = mount(App, { target: document.body, props: { program } });
  return vi.waitFor(() => {
    const page = document.querySelector<HTMLElement>('main[data-page="welcome"]');
    if (!page) throw new Error("no page");
    return page;
  });
}

/** What a person reads: without the marks that keep the directions of writing apart. */
function shown(page: HTMLElement, selector: string): string | undefined {
  return page.querySelector(selector)?.textContent.replaceAll(/[\u2068\u2069]/g, "");
}

it("says which setup was damaged, what became of it and what to do, until the person knows", async () => {
  const mishapsKnown = vi.fn(async () => none);
  const mishaps: FilesView["mishaps"] = [
    { id: "a", ending: "restored", mailbox: "ana@empresa.es", path: "/data/damaged/a.1.untold" },
    { id: "b", ending: "lost", mailbox: null, path: "/data/damaged/b.1.untold" },
  ];
  const page = await welcome({ ...none, mishaps }, { mishapsKnown });
  const restored = shown(page, '[data-mishap="restored"]');
  expect(restored).toContain("El archivo de ana@empresa.es estaba dañado. Hemos vuelto a la copia anterior.");
  expect(restored).toContain("Repasa sus datos. Puede faltar lo último que hiciste.");
  expect(restored).toContain("/data/damaged/a.1.untold");
  const lost = shown(page, '[data-mishap="lost"]');
  expect(lost).toContain("El archivo de una conexión está dañado y no queda copia.");
  language.use("en");
  await vi.waitFor(() =>
    expect(shown(page, "[data-mishaps]")).toContain("The file of a connection is damaged"),
  );
  language.use("es");
  page.querySelector<HTMLElement>('[data-action="mishaps-known"]')?.click();
  await vi.waitFor(() => expect(document.querySelector("[data-mishaps]")).toBeNull());
  expect(mishapsKnown).toHaveBeenCalledExactlyOnceWith(mishaps.map(({ path }) => path));
});

it("shows what is known of a newer version's setup, with nothing that could change or delete it", async () => {
  const known = {
    mailbox: "ana@empresa.es",
    erp_address: "erp.example",
    client_id: "3f0a9c1e",
    tenant_id: null,
  };
  const unknown = { id: "b", mailbox: null, erp_address: null, client_id: null, tenant_id: null };
  const page = await welcome({ ...none, newer: [{ id: "a", ...known }, unknown] });
  const list = page.querySelector("[data-newer-setups]");
  expect(list?.textContent).toContain("Esta conexión se hizo con una versión más nueva de Vincula.");
  expect(list?.querySelector('[data-newer="a"]')?.textContent).toContain("3f0a9c1e");
  expect(list?.querySelector('[data-newer="b"]')?.textContent).toContain("Una conexión");
  expect(list?.querySelectorAll("button, input, a")).toHaveLength(0);
});

it("names why a setup cannot be read", async () => {
  const page = await welcome({ ...none, unread: [{ id: "a", kind: "file_not_ours" }] });
  const unread = page.querySelector('[data-unread="file_not_ours"]')?.textContent;
  expect(unread).toContain("La carpeta de Vincula no es de fiar en este equipo.");
  expect(unread).toContain("Pide a informática que la mire.");
});
