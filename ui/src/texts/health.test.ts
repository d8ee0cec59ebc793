import { beforeEach, expect, it } from "vitest";
import type { HealthView } from "../ipc/types/HealthView";
import type { SetupSummary } from "../ipc/types/SetupSummary";
import { setup } from "../../dev/fake";
import { calledName, healthNotes, stateText } from "./health";
import { language } from "./index.svelte";

const calm: HealthView = {
  state: "works",
  severity: "fine",
  next: "check_again",
  days_left: null,
  works_since: "2026-06-01T10:00:00Z",
  last: { at: "2026-07-01T10:00:00Z", is_proven: true, problem: null },
};

function line(health: Partial<HealthView>, more: Partial<SetupSummary> = {}): SetupSummary {
  return {
    ...setup,
    steps_done: 5,
    steps_total: 5,
    updated_at: "",
    can_renew: true,
    health: { ...calm, ...health },
    ...more,
  };
}

/** What is read; the marks that keep the direction of what was put in are not. */
const read = (setup: SetupSummary) => stateText(setup).replaceAll(/[\u2068\u2069]/g, "");

beforeEach(() => language.use("es"));

it("says the one thing that matters, in words", () => {
  const ends = { secret_ends: "2028-03-01" };
  expect(read(line({}))).toBe("Funciona desde el 1 de junio de 2026");
  for (const [days, said] of [
    [0, "El secreto caduca hoy."],
    [1, "El secreto caduca mañana."],
    [7, "El secreto caduca en 7 días, el 1 de marzo de 2028."],
  ] as const) {
    expect(read(line({ state: "secret_ends", days_left: days }, ends))).toBe(said);
  }
  expect(stateText(line({ state: "secret_ended" }, ends))).toContain("1 de marzo de 2028");
  const failed = { at: "2026-07-01T10:00:00Z", is_proven: false, problem: "secret_expired" };
  expect(stateText(line({ state: "fails", last: failed }))).toBe("El secreto ha caducado.");
  expect(stateText(line({ state: "not_proven" }))).toBe("Falta comprobarlo.");
  expect(stateText(line({ state: "not_proven" }, { steps_done: 2 }))).toContain("2");
});

it("adds the last run and the end of the secret, and says nothing twice", () => {
  const ends = { secret_ends: "2028-03-01" };
  expect(healthNotes(line({}, ends))).toHaveLength(2);
  expect(healthNotes(line({ state: "secret_ends" }, ends))).toHaveLength(1);
  expect(healthNotes(line({ last: null }))).toEqual([]);
  const over = { at: "2026-07-01T10:00:00Z", is_proven: false, problem: "secret_expired" };
  expect(healthNotes(line({ state: "fails", last: over }, ends))).toHaveLength(1);
});

it("calls a setup by its own name, else by its mailbox", () => {
  expect(calledName(line({}))).toBe(setup.mailbox);
  expect(calledName(line({}, { name: "Ventas" }))).toBe("Ventas");
});
