import { mount } from "svelte";
import App from "./App.svelte";
import type { Program } from "./ipc/program";
import "./shared/styles/tokens.css";
import "./shared/styles/base.css";
import "./shared/styles/buttons.css";

async function chosenProgram(): Promise<Program> {
  // The demo is cut out of every build: the condition is a constant.
  if (__VINCULA_DEMO__) return (await import("../dev/demo")).demoProgram();
  return (await import("./ipc")).program;
}

const target = document.getElementById("app");
if (target) {
  const program = await chosenProgram();
  mount(App, { target, props: { program } });
}
