// What a step says, as one text after the other.

import type { StepView } from "../ipc/types/StepView";
import { say } from "./index.svelte";

/** Every text of a step's page. */
export function wordsOf(step: StepView): string[] {
  const texts = [step.title, step.lead, step.place, ...step.actions, step.result];
  return [...texts, ...(step.warning ? [step.warning] : [])].map(say);
}
