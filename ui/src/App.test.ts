// @vitest-environment happy-dom
// The whole page over a program that answers as the real one does: what a person would press, in order.

import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { demoProgram } from "../dev/demo";
import App from "./App.svelte";

let app: Record<string, unknown>;

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  app = mount(App, { target: document.body, props: { program: demoProgram() } });
});
afterEach(() => unmount(app));

const find = (selector: string) =>
  vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`not there: ${selector}`);
    return found;
  }, 3000);

async function press(action: string): Promise<void> {
  (await find(`[data-action="${action}"]:not([aria-disabled="true"])`)).click();
}

/** Waits for the page, and looks it over with axe. Contrast needs a real browser and is looked at there. */
async function page(name: string): Promise<void> {
  await find(`main:is([data-page="${name}"], [data-phase="${name}"])`);
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

it("goes from the first page to the last", async () => {
  await page("welcome");
  await press("start-guide:cloud-gestion");
  await page("details");
  await press("paste:erp_address");
  await press("paste:mailbox");
  await vi.waitFor(() => {
    const field = document.querySelector<HTMLInputElement>('[data-field="mailbox"]');
    expect(field?.value).toContain("@");
  });
  await press("continue");
  for (const [step, paste] of [
    ["portal"],
    ["registration", "client_id"],
    ["client-secret", "client_secret"],
    ["mail-permission"],
  ]) {
    await find(`main[data-step="${step}"]`);
    await page("step");
    if (paste) await press(`paste:${paste}`);
    await press("done");
  }
  await page("check");
  await press("check");
  await page("sign-in");
  await press("sign-in");
  await page("send");
  await press("send");
  await page("arrival");
  await press("arrived");
  await page("hand-over");
  await press("copy:client_secret");
  await find('[data-hand-over="client_secret"][data-copied="true"]');
  expect(document.activeElement?.tagName).not.toBe("BODY");
  await press("handed-over");
  await page("end");
  expect(document.activeElement?.tagName).toBe("H1");
  await press("home");
  await page("welcome");
}, 20_000);

/** From the first page to the one of a single paste. */
async function takeFastPath(): Promise<void> {
  await press("start-guide:cloud-gestion");
  await press("paste:erp_address");
  await press("paste:mailbox");
  await vi.waitFor(() => {
    expect(document.querySelector<HTMLInputElement>('[data-field="mailbox"]')?.value).toContain("@");
  });
  await press("continue");
  await find('main[data-step="portal"]');
  await press("fast-path");
  await page("fast");
}

it("goes from the first step to the check with one paste", async () => {
  await takeFastPath();
  expect(document.querySelector<HTMLInputElement>('[data-field="shell:bash"]')?.checked).toBe(true);
  await press("copy:script");
  await vi.waitFor(() => {
    expect(document.querySelector('[data-action="copy:script"]')?.textContent).toContain("Copiado");
  });
  (await find('[data-field="shell:powershell"]')).click();
  await vi.waitFor(() => {
    expect(document.querySelector('[data-action="copy:script"]')?.textContent).not.toContain("Copiado");
  });
  await press("paste:client_secret");
  await page("check");
});

it("goes back from the fast path to the steps, and offers it on the first only", async () => {
  await takeFastPath();
  await press("back");
  await find('main[data-step="portal"]');
  await press("done");
  await find('main[data-step="registration"]');
  expect(document.querySelector('[data-action="fast-path"]')).toBeNull();
});

it("changes the language without leaving the page", async () => {
  await press("start-guide:cloud-gestion");
  await press("language:en");
  await vi.waitFor(() => expect(document.documentElement.lang).toBe("en"));
  await page("details");
  expect(document.querySelector("h2")?.textContent).toBe("Let’s start with two details");
  await press("language:es");
});

it("names the fields that were refused, at the top and beside each", async () => {
  await press("start-guide:cloud-gestion");
  await press("continue");
  const summary = await find("[data-error-summary]");
  expect(summary.querySelectorAll("a")).toHaveLength(2);
  expect(document.querySelectorAll("input[aria-invalid=true]")).toHaveLength(2);
  await page("details");
});

it("ties the lines of a step to the pins of its drawings, both ways", async () => {
  await press("resume:demo");
  await find('[data-scene] [data-frame="secret-empty"]');

  (await find('[data-action="point:4"]')).focus();
  const pin = await find('[data-frame="secret-shown"] [data-pin="4"]');
  await vi.waitFor(() => expect(pin.classList).toContain("lit"));
  expect(document.querySelector('[data-line="4"]')?.classList).toContain("lit");
  await page("step");

  await press("scene-before");
  const field = await find('[data-frame="secret-panel"] [data-spot="description"]');
  field.dispatchEvent(new Event("pointerenter"));
  await vi.waitFor(() => expect(document.querySelector('[data-line="2"]')?.classList).toContain("lit"));
  field.dispatchEvent(new Event("pointerleave"));
  await vi.waitFor(() => expect(document.querySelector(".lit")).toBeNull());
  expect(document.querySelectorAll('[data-scene] [role="img"]')).toHaveLength(1);

  window.dispatchEvent(new Event("beforeprint"));
  expect(document.querySelectorAll('[data-scene] [role="img"]')).toHaveLength(4);
  window.dispatchEvent(new Event("afterprint"));
});

/** Hands a file to the button that opens one. */
async function hand(text: string): Promise<void> {
  const input = (await find('[data-file="open-file"]')) as HTMLInputElement;
  Object.defineProperty(input, "files", { value: [new File([text], "vincula.txt")], configurable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

it("takes a setup out of a sealed file, once the person has seen what it says", async () => {
  await page("welcome");
  await hand("-----BEGIN AGE ENCRYPTED FILE-----");
  const field = (await find('[data-dialog="unseal"] [data-field="passphrase"]')) as HTMLInputElement;
  await press("unseal");
  await find('[data-dialog="unseal"] [data-fault="wrong_passphrase"]');
  field.value = "k7fm-2xqe-9dpa-hw3t";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await press("unseal");
  await find('[data-dialog="import"]');
  expect((await find('[data-imported="mailbox"]')).textContent).toBe("pedidos@miempresa.com");
  expect(document.querySelector('[data-field="passphrase"]')).toBeNull();
  await page("welcome");
  await press("import-yes");
  await page("step");
});

it("puts a setup into a file, and shows what opens it once", async () => {
  await page("welcome");
  await press("more:demo");
  await press("export:demo");
  await find('[data-dialog="export"]');
  await press("export-keep");
  expect((await find("[data-passphrase]")).textContent).toBe("k7fm-2xqe-9dpa-hw3t");
  await page("welcome");
  await press("export:plain");
  await press("export-keep");
  await find('[data-kept$=".vincula.json"]');
  expect(document.querySelector("[data-passphrase]")).toBeNull();
  await press("close");
  await vi.waitFor(() => expect(document.querySelector("dialog")).toBeNull());
});
