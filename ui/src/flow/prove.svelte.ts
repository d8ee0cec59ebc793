// The last step: checks, sign-in, test mail, arrival. The program decides what comes next; the page shows it.

import type { Listener } from "../ipc/program";
import type { ArrivalAnswer } from "../ipc/types/ArrivalAnswer";
import type { CheckView } from "../ipc/types/CheckView";
import type { GuideView } from "../ipc/types/GuideView";
import type { NextAction } from "../ipc/types/NextAction";
import type { ProblemView } from "../ipc/types/ProblemView";
import type { ProveEvent } from "../ipc/types/ProveEvent";
import type { ReportView } from "../ipc/types/ReportView";
import type { SetupView } from "../ipc/types/SetupView";
import type { Session } from "./session.svelte";

/** What the person is waiting for. */
export type Stage = "check" | "sign_in" | "send" | "answer";
/** Where Microsoft's window stands. */
export type SignInWindow = "closed" | "opening" | "open" | "answered";

/** The page on which a phase takes place: what follows on one page is no new page. */
export function pageOf(phase: NextAction): "connect" | "mail" | "hand_over" | "fix" {
  switch (phase) {
    case "check":
    case "sign_in":
      return "connect";
    case "send":
    case "confirm_arrival":
      return "mail";
    default:
      return phase;
  }
}

export class ProveRun {
  phase = $state<NextAction>("check");
  report = $state.raw<ReportView | null>(null);
  lines = $state.raw<CheckView[]>([]);
  running = $state<Stage | null>(null);
  signInWindow = $state<SignInWindow>("closed");
  host = $state<string | null>(null);
  /** Counts the visits of a page, so that coming back to the same page is announced again. */
  visit = $state(0);

  /** Grows whenever a run is left: what an older call still brings is not shown any more. */
  #generation = 0;

  constructor(private readonly session: Session) {}

  /** The problem of the first check that failed. */
  get problem(): ProblemView | null {
    return this.#failed?.problem ?? null;
  }

  /** Begins on the page of the last step. A run that had failed starts afresh: its cause may be gone. */
  enter(setup: SetupView, guide: GuideView): void {
    const report = setup.report && setup.report.next !== "fix" ? setup.report : null;
    this.report = report;
    this.lines = report?.checks ?? guide.checks.map((check) => ({ check, outcome: { outcome: "waiting" } }));
    this.show(report?.next ?? "check");
  }

  /** Stops whatever runs, because the person goes elsewhere. */
  async leave(): Promise<void> {
    if (!this.running) return;
    this.#generation += 1;
    this.running = null;
    this.signInWindow = "closed";
    // It may have ended by itself meanwhile: then there is nothing to stop.
    await this.session.program.cancel().catch(() => null);
  }

  show(phase: NextAction): void {
    this.session.fault = null;
    if (pageOf(phase) !== pageOf(this.phase)) this.visit += 1;
    this.phase = phase;
  }

  check(): Promise<void> {
    if (this.phase !== "check") this.show("check");
    this.lines = this.lines.map(({ check }) => ({ check, outcome: { outcome: "waiting" } }));
    return this.#stage("check", (setup, listener) => this.session.program.check(setup, listener));
  }

  async signIn(): Promise<void> {
    if (this.phase !== "sign_in") this.show("sign_in");
    this.signInWindow = "opening";
    this.host = null;
    await this.#stage("sign_in", (setup, listener) => this.session.program.signIn(setup, listener));
    this.signInWindow = "closed";
  }

  send(to: string): Promise<void> {
    return this.#stage("send", (setup, listener) => this.session.program.sendTestMail(setup, to, listener));
  }

  answer(answer: ArrivalAnswer): Promise<void> {
    return this.#stage("answer", (setup) => this.session.program.answerArrival(setup, answer));
  }

  async cancel(): Promise<void> {
    await this.session.attempt(() => this.session.program.cancel());
  }

  async reportErrorPage(): Promise<void> {
    await this.session.attempt(() => this.session.program.reportErrorPage());
  }

  /** Does what the problem's button says. */
  async remedy(): Promise<void> {
    const remedy = this.problem?.remedy;
    switch (remedy?.action) {
      case "go_to_step":
        return this.session.goTo(remedy.step);
      case "sign_in_again":
        return this.signIn();
      case "review_values":
        this.session.overlay = "values";
        return;
      case "review_choices":
        this.session.overlay = "case";
        return;
      case "ask_it":
        this.session.overlay = "it-message";
        return;
      case "look_for_mail":
        this.show("confirm_arrival");
        return;
      case "try_again":
        return this.tryAgain();
      case undefined:
        return this.check();
    }
  }

  /** Runs the stage that failed once more. Nothing is sent without the person's word. */
  async tryAgain(): Promise<void> {
    switch (this.#failed?.check) {
      case "sign_in":
      case "account":
      case "permissions":
        return this.signIn();
      case "mail_accepted":
      case "mail_arrived":
        this.show("send");
        return;
      default:
        return this.check();
    }
  }

  get #failed(): { check: string; problem: ProblemView } | null {
    for (const { check, outcome } of this.lines) {
      if (outcome.outcome === "failed") return { check, problem: outcome.problem };
    }
    return null;
  }

  async #stage(
    stage: Stage,
    call: (setup: string, listener: Listener) => Promise<ReportView>,
  ): Promise<void> {
    const setup = this.session.setup;
    if (!setup || this.running) return;
    const generation = this.#generation;
    const before = this.lines;
    this.running = stage;
    const report = await this.session.attempt(() =>
      call(setup.id, (event) => {
        if (generation === this.#generation) this.#hear(event);
      }),
    );
    if (generation !== this.#generation) return;
    this.running = null;
    if (report) this.#settle(report);
    else this.lines = before;
  }

  #settle(report: ReportView): void {
    const moved = report.next !== this.phase;
    this.report = report;
    this.lines = report.checks;
    if (moved) this.show(report.next);
  }

  #hear(event: ProveEvent): void {
    if (event.event === "check") {
      const { line } = event;
      this.lines = this.lines.map((known) => (known.check === line.check ? line : known));
      return;
    }
    const { what } = event;
    if (what.what === "host") this.host = what.host;
    else this.signInWindow = what.what === "opened" ? "open" : "answered";
  }
}
