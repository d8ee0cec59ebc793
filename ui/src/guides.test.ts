// @vitest-environment happy-dom
// What differs from guide to guide: where it comes from, its questions, its own names of permissions, who registers.

import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, expect, it, vi } from "vitest";
import App from "./App.svelte";

let app: Record<string, unknown> | undefined;
afterEach(() => app && unmount(app));

/** The page over a program whose person is at work on this guide. */
async function open(guide: string): Promise<void> {
  window.history.replaceState(null, "", `?guide=${guide}`);
  vi.resetModules();
  const { demoProgram } = await import("../dev/demo");
  document.body.innerHTML = "";
  app = mount(App, { target: document.body, props: { program: demoProgram() } });
}

const find = (selector: string) =>
  vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`not there: ${selector}`);
    return found;
  }, 5000);

async function press(action: string): Promise<void> {
  (await find(`[data-action="${action}"]:not([aria-disabled="true"])`)).click();
}

async function begin(guide: string): Promise<void> {
  await open(guide);
  await press(`start-guide:${guide}`);
  await press("paste:erp_address");
  await press("paste:mailbox");
  await vi.waitFor(() => {
    const field = document.querySelector<HTMLInputElement>('[data-field="mailbox"]');
    expect(field?.value).toContain("@");
  });
  await press("continue");
}

async function accessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
}

it("says of four guides where they come from, and answers a guide's questions before it begins", async () => {
  await open("ev4");
  await find("[data-origin]");
  const origins = [...document.querySelectorAll<HTMLElement>("[data-origin]")].map(
    (at) => at.dataset["origin"],
  );
  expect(origins).toEqual(["built_in", "built_in", "built_in", "built_in"]);
  await press("start-guide:ev4");
  await find("[data-questions]");
  expect(document.querySelectorAll('[data-action^="question:"]')).toHaveLength(4);
  await accessible();
}, 60_000);

it("says what the manual's permissions are called today, where they are granted", async () => {
  await begin("mycrmweb");
  for (const [step, ...pastes] of [
    ["portal"],
    ["registration", "client_id", "tenant_id"],
    ["client-secret", "client_secret"],
  ]) {
    await find(`main[data-step="${step}"]`);
    expect(document.querySelector("[data-retired]")).toBeNull();
    for (const kind of pastes) await press(`paste:${kind}`);
    await press("done");
  }
  await find('main[data-step="delegated"]');
  const note = await find("[data-retired]");
  expect(note.textContent).toContain("Windows Azure Active Directory");
  expect(note.textContent).toContain("Directory.Read.All");
  await accessible();
}, 60_000);

it("offers no script where the vendor has registered the application", async () => {
  await begin("ev4");
  await find('main[data-step="read"]');
  expect(document.querySelector('[data-action="fast-path"]')).toBeNull();
  expect(document.querySelector('[data-action="paste:client_secret"]')).toBeNull();
  await find('[data-action="paste:client_id"]');
}, 60_000);
