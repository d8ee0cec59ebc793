// How far a setup has come.

import type { GuideView } from "../ipc/types/GuideView";
import type { SetupView } from "../ipc/types/SetupView";

/** Whether this step is behind the person. What has been proven whole must have been done, ticked or not. */
export function isDone(setup: SetupView | null, step: string): boolean {
  if (!setup) return false;
  return setup.steps_done.includes(step) || setup.verified_at !== null;
}

/** Minutes that the steps still ahead take. */
export function minutesLeft(setup: SetupView | null, guide: GuideView): number {
  return guide.steps
    .filter((step) => !isDone(setup, step.id))
    .reduce((minutes, step) => minutes + step.minutes, 0);
}
