// Every drawn screen at once, for designing: `npm run dev:demo`, then /dev/scenes.html.

import { mount } from "svelte";
import "../src/shared/styles/base.css";
import "../src/shared/styles/tokens.css";
import { framesBeside, framesOf, SCENES, type Frame } from "../src/scenes";
import { Pointing } from "../src/scenes/pointing.svelte";
import SceneView from "../src/scenes/SceneView.svelte";
import { sceneValues } from "../src/scenes/values";
import { language } from "../src/texts/index.svelte";
import { setup } from "./fake";
import { demoGuide, demoGuides } from "./guide";

const wishes = new URLSearchParams(location.search);
language.use(wishes.get("lang") ?? "es");
const theme = wishes.get("theme");
if (theme) document.documentElement.dataset["theme"] = theme;

/** What a drawing shows comes from a guide that has it. */
function valuesOf(frame: Frame) {
  const shown = demoGuides().flatMap((guide) =>
    [...guide.steps, ...guide.repairs]
      .filter((step) => framesBeside(step.scene).includes(frame))
      .map((step) => ({ guide, step })),
  )[0];
  const guide = shown?.guide ?? demoGuide();
  const redirect = guide.erp_address_example + "/includes/ventas/mail/Microsoft/oauth_callback.php";
  const own = { ...setup, mailbox: "ventas@miempresa.com", redirect_uri: redirect };
  return sceneValues(own, guide, shown?.step ?? null);
}

const sheet = document.getElementById("app");
const width = wishes.get("width") ?? "464";
if (sheet) {
  sheet.style.cssText = `display:grid;grid-template-columns:repeat(auto-fill,${width}px);gap:24px;padding:20px;align-items:start`;
  const shown = new Set<string>();
  for (const frames of Object.keys(SCENES).map((name) => framesOf(name))) {
    const pointing = new Pointing(frames);
    for (const frame of frames) {
      if (shown.has(frame.id) || !frame.id.includes(wishes.get("only") ?? "")) continue;
      shown.add(frame.id);
      const target = sheet.appendChild(document.createElement("div"));
      mount(SceneView, { target, props: { frame, pointing, values: valuesOf(frame) } });
    }
  }
}

if (wishes.has("axe")) {
  const { default: axe } = await import("axe-core");
  const { violations, passes } = await axe.run(document, { rules: { region: { enabled: false } } });
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  const note = document.createElement("pre");
  note.textContent = `AXE ${passes.length} passed, ${violations.length} violations\n${said.join("\n")}`;
  document.body.append(note);
}
