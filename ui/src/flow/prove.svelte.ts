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
export type Stage = "check" | "sign_in" | "approve" | "send" | "answer";
/** Where Microsoft's window stands. */
export type SignInWindow = "closed" | "opening" | "open" | "in_browser" | "waits_for_paste" | "answered";

/** What the page offers while the person signs in, beside waiting. */
export interface Offer {
  /** Why the page seems to lead nowhere, and the place to go on with. */
  deadEnd: { why: string; next: string | null } | null;
  /** The host before which the window stopped. */
  unknownHost: string | null;
  /** Where the address to paste begins. */
  endsAt: string | null;
  /** What was pasted and was not the answer: no address, or one of something else. */
  notInThere: "none" | "other" | null;
}

const NO_OFFER: Offer = { deadEnd: null, unknownHost: null, endsAt: null, notInThere: null };

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
  offer = $state.raw<Offer>(NO_OFFER);
  /** The place that the person chose for the next sign-in. */
  chosen = $state<string | null>(null);
  /** The place that the person would like and that lacks an address in the registration. */
  wanted = $state<string | null>(null);
  /** An administrator has just approved. */
  approved = $state(false);
  /** Counts the visits of a page, so that coming back to the same page is announced again. */
  visit = $state(0);

  /** Grows whenever a run is left: what an older call still brings is not shown any more. */
  #generation = 0;

  constructor(private readonly session: Session) {}

  /** The problem of the first check that failed. */
  get problem(): ProblemView | null {
    return this.#failed?.problem ?? null;
  }

  /** The first check that failed. */
  get failedCheck(): string | null {
    return this.#failed?.check ?? null;
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

  /** Where the next sign-in takes place. */
  get way(): string {
    const chosen = this.report?.ways.find((way) => way.surface === this.chosen && way.is_open);
    return chosen?.surface ?? this.report?.way ?? "window";
  }

  async signIn(surface: string = this.way): Promise<void> {
    if (this.phase !== "sign_in") this.show("sign_in");
    this.chosen = surface;
    this.signInWindow = "opening";
    this.host = null;
    this.offer = NO_OFFER;
    this.approved = false;
    await this.#stage("sign_in", (setup, listener) => this.session.program.signIn(setup, surface, listener));
    this.signInWindow = "closed";
    this.offer = NO_OFFER;
  }

  /** From a place that leads nowhere to the next one, with everything kept. */
  async fallOver(surface: string): Promise<void> {
    await this.cancel();
    await this.#ended();
    await this.signIn(surface);
  }

  /** An administrator approves; the next sign-in finds it. */
  async approve(): Promise<void> {
    const setup = this.session.setup;
    if (!setup || this.running) return;
    this.running = "approve";
    const answer = await this.session.attempt(() => this.session.program.approve(setup.id, () => undefined));
    this.running = null;
    this.approved = answer?.is_approved ?? false;
    if (!this.approved) return;
    // What the application may do by itself is asked without the person, and has to be asked anew.
    if (this.failedCheck === "app_permissions") await this.check();
    else this.show("sign_in");
  }

  async paste(): Promise<void> {
    this.offer = { ...this.offer, notInThere: null };
    await this.session.attempt(() => this.session.program.pasteAddress());
  }

  async trust(host: string): Promise<void> {
    this.offer = { ...this.offer, unknownHost: null };
    await this.session.attempt(() => this.session.program.trustHost(host));
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

  async reportDeadEnd(why: string): Promise<void> {
    await this.session.attempt(() => this.session.program.reportDeadEnd(why));
  }

  /** Does what the problem's button says. */
  async remedy(): Promise<void> {
    const remedy = this.problem?.remedy;
    switch (remedy?.action) {
      case "go_to_step":
        return this.session.goTo(remedy.step);
      case "renew":
        return this.#renew();
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

  async #renew(): Promise<void> {
    const setup = this.session.setup;
    if (setup) await this.session.renewAgain(setup.id);
  }

  /** Runs the stage that failed once more. Nothing is sent without the person's word. */
  async tryAgain(): Promise<void> {
    switch (this.#failed?.check) {
      case "sign_in":
      case "account":
      case "permissions":
      case "calendar":
      case "contacts":
      case "inbox":
      case "imap":
        return this.signIn();
      case "mail_accepted":
      case "smtp":
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
    switch (what.what) {
      case "host":
        this.host = what.host;
        this.offer = { ...this.offer, deadEnd: null, unknownHost: null };
        return;
      case "dead_end":
        this.offer = { ...this.offer, deadEnd: { why: what.why, next: what.next } };
        return;
      case "unknown_host":
        this.offer = { ...this.offer, unknownHost: what.host };
        return;
      case "waits_for_paste":
        this.signInWindow = "waits_for_paste";
        this.offer = { ...this.offer, endsAt: what.ends_at };
        return;
      case "not_in_there":
        this.offer = { ...this.offer, notInThere: what.is_another ? "other" : "none" };
        return;
      case "in_browser":
        this.signInWindow = "in_browser";
        return;
      case "opened":
        this.signInWindow = "open";
        return;
      case "answered":
        this.signInWindow = "answered";
    }
  }

  /** Once nothing runs any more. */
  async #ended(): Promise<void> {
    while (this.running) await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
