// How a setup stands, in words.

import type { SetupSummary } from "../ipc/types/SetupSummary";
import { dashed, day, t } from "./index.svelte";
import { waitingText } from "./waiting";

/** What the person calls a setup: its own name, else its mailbox. */
export function calledName(setup: { name: string | null; mailbox: string }): string {
  return setup.name ?? setup.mailbox;
}

/** The one thing to say first. */
export function stateText(setup: SetupSummary): string {
  const { health } = setup;
  const date = setup.secret_ends ? day(setup.secret_ends) : "";
  switch (health.state) {
    case "secret_ended":
      return t("health-secret-ended", { date });
    case "secret_ends":
      return t("health-secret-ends", { days: health.days_left ?? 0, date });
    case "fails":
      return t(`problem-${dashed(health.last?.problem ?? "unexpected")}`);
    case "renewing":
      return t("health-renewing");
    case "waiting":
      return waitingText(setup);
    case "works":
      return t("health-works", { date: day(health.works_since ?? "") });
    case "archived":
      return t("health-archived");
    default:
      return setup.steps_done < setup.steps_total
        ? t("setup-progress", { done: setup.steps_done, steps: setup.steps_total })
        : t("health-not-proven");
  }
}

/** What else there is to know: the last run, and when the secret ends. */
export function healthNotes(setup: SetupSummary): string[] {
  const { state, last } = setup.health;
  const notes: string[] = [];
  if (last) {
    const date = day(last.at);
    const isFirst = state === "works" && date === day(setup.health.works_since ?? "");
    if (last.is_proven && !isFirst) notes.push(t("setup-verified", { date }));
    if (!last.is_proven)
      notes.push(t(state === "fails" ? "health-failed-on" : "health-unclear-on", { date }));
  }
  // Microsoft has said otherwise.
  const isOver = state === "fails" && last?.problem === "secret_expired";
  const saysEnd = state === "secret_ended" || state === "secret_ends" || isOver;
  if (setup.secret_ends && !saysEnd) notes.push(t("health-secret-lasts", { date: day(setup.secret_ends) }));
  return notes;
}
