// @vitest-environment happy-dom
// The drawn screens hold what the guides and the steps' lines ask of them.

import axe from "axe-core";
import { mount, unmount } from "svelte";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GuideView } from "../ipc/types/GuideView";
import { beforeEach, describe, expect, it } from "vitest";
import { setup } from "../../dev/fake";
import { demoGuide, demoGuides } from "../../dev/guide";
import { findText, language, LANGUAGES, t } from "../texts/index.svelte";
import { framesBeside, framesOf, OLD_SECRET, SCENES, type Frame } from "./index";
import { LABELS } from "./labels";
import { Pointing } from "./pointing.svelte";
import SceneView from "./SceneView.svelte";
import { sceneValues } from "./values";

const root = join(import.meta.dirname, "../../..");
const frames = new Map([...Object.values(SCENES), OLD_SECRET].flat().map((frame) => [frame.id, frame]));
const pinsOf = (frame: Frame) => Object.keys(frame.pins).map(Number);

/** A guide that shows a drawing: what is drawn in it comes from the guide. */
function guideOf(frame: Frame) {
  const shows = (guide: GuideView) =>
    [...guide.steps, ...guide.repairs].some((step) => framesBeside(step.scene).includes(frame));
  return demoGuides().find(shows) ?? demoGuide();
}

function draw(frame: Frame): { scene: HTMLElement; end(): void } {
  document.body.innerHTML = "<main></main>";
  const target = document.body.firstElementChild as HTMLElement;
  const guide = guideOf(frame);
  const props = { frame, pointing: new Pointing([frame]), values: sceneValues(setup, guide) };
  const shown = mount(SceneView, { target, props });
  return { scene: target.firstElementChild as HTMLElement, end: () => void unmount(shown) };
}

beforeEach(() => language.use("es"));

it("are the ones that a guide may name, no more and no fewer", () => {
  const source = readFileSync(join(root, "src-tauri/core/src/guide/scene.rs"), "utf8");
  const named = [...source.matchAll(/"([a-z]+\/[a-z0-9-]+)"/g)].map(([, name]) => name);
  expect(Object.keys(SCENES).toSorted()).toEqual(named.toSorted());
  expect(framesOf("no/such")).toEqual([]);
});

const steps = demoGuides().flatMap((guide) =>
  [...guide.steps, ...guide.repairs].map((step) => [`${guide.id} ${step.id}`, step] as const),
);

describe.each(steps)("step %s", (_id, step) => {
  it("has a pin for every line that points at the screen, and no other pin", () => {
    // What an administrator is sent is on no screen.
    const lines = step.actions.map((_, index) => index + 1).filter((line) => !step.approves || line !== 2);
    const pinned = new Set(framesBeside(step.scene).flatMap(pinsOf));
    expect([...pinned].toSorted()).toEqual(lines);
  });
});

describe.each(LANGUAGES.map(({ code }) => code))("in %s", (code) => {
  beforeEach(() => language.use(code));

  it.each([...frames])("%s is drawn, described, and nobody's keyboard stops in it", async (id, frame) => {
    const { scene, end } = draw(frame);
    const wanted = Object.entries(frame.pins).flatMap(([line, names]) => names.map((name) => [name, line]));
    const drawn = [...scene.querySelectorAll<HTMLElement>("[data-pin]")].map((spot) => [
      spot.dataset["spot"],
      spot.dataset["pin"],
    ]);
    expect(drawn.toSorted()).toEqual(wanted.toSorted());
    expect(scene.textContent).not.toMatch(/undefined|null|\{\w+\}|\[object/);

    expect(scene.getAttribute("role")).toBe("img");
    const description = scene.getAttribute("aria-label") ?? "";
    expect(description.length).toBeGreaterThan(60);
    const told = [...description.matchAll(/(?:Número|Number) (\d)/g)].map(([, line]) => Number(line));
    expect(told).toEqual(pinsOf(frame));
    expect(findText(`scene-${id}`)).not.toBeNull();

    expect(scene.querySelectorAll("a, button, input, select, textarea, [tabindex]")).toHaveLength(0);
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map((violation) => violation.id)).toEqual([]);
    end();
  });
});

it("have every label in every language", () => {
  const texts = (value: unknown): unknown[] =>
    typeof value === "object" && value ? Object.values(value).flatMap(texts) : [value];
  const shape = (value: object) => JSON.stringify(value, (_, text) => (typeof text === "string" ? "" : text));
  expect(shape(LABELS.en)).toBe(shape(LABELS.es));
  for (const labels of Object.values(LABELS)) expect(texts(labels).filter((text) => !text)).toEqual([]);
});

it("show the person's own values, and of the secret a sample only", () => {
  const own = { ...setup, client_id: "11111111-2222-3333-4444-555555555555" };
  const values = sceneValues(own, demoGuide());
  expect(values).toMatchObject({
    clientId: own.client_id,
    redirectUri: own.redirect_uri,
    appName: "ERP Correo",
  });
  expect(values.secret).toContain("•");
  expect(sceneValues(null, null).mailbox).toContain("@");
});

describe("a line that is touched", () => {
  const pointing = () => new Pointing(framesOf("entra/redirect-uri"));

  it("turns to the drawing that has its pin, and stays where it has one", () => {
    const hand = pointing();
    hand.show(3);
    expect(hand.frame?.id).toBe("redirect-form");
    hand.turn(1);
    hand.show(2);
    expect(hand.frame?.id).toBe("platform");
    expect(hand.lit).toBe(2);
    hand.leave(2);
    expect(hand.lit).toBeNull();
  });

  it("without a pin lights nothing else and turns nowhere", () => {
    const hand = pointing();
    hand.show(9);
    expect(hand.at).toBe(0);
    expect(hand.points(9)).toBe(false);
    hand.turn(99);
    expect(hand.at).toBe(hand.frames.length - 1);
  });
});

it("say what their buttons do", () => {
  for (const id of ["scene-caption", "scene-stepper", "scene-before", "scene-after"]) {
    expect(t(id)).not.toBe(id);
  }
});
