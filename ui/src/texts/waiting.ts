// For whom a setup waits, in words.

import { day, t } from "./index.svelte";

interface Waits {
  waiting_since: string | null;
  waiting_for: string | null;
}

/** «Es el turno de Marta. Se lo pediste el …», where it waits. */
export function waitingText(setup: Waits | null): string {
  if (!setup?.waiting_since) return "";
  const date = day(setup.waiting_since);
  const who = setup.waiting_for;
  return who ? t("it-waiting-since-named", { who, date }) : t("it-waiting-since", { date });
}

/** The same as a few words in the list of tasks. */
export function waitingWord(setup: Waits | null): string {
  const who = setup?.waiting_for;
  return who ? t("it-waiting-named", { who }) : t("it-waiting");
}
