// The state of the page as a whole: what the program told us, where the person is, and what went wrong last.

import type { Details, Program } from "../ipc/program";
import type { AppView } from "../ipc/types/AppView";
import type { Fault } from "../ipc/types/Fault";
import type { DecisionView } from "../ipc/types/DecisionView";
import type { FilesView } from "../ipc/types/FilesView";
import type { GuideView } from "../ipc/types/GuideView";
import type { LeftView } from "../ipc/types/LeftView";
import type { LookView } from "../ipc/types/LookView";
import type { ProposalView } from "../ipc/types/ProposalView";
import type { SetupSummary } from "../ipc/types/SetupSummary";
import type { SetupView } from "../ipc/types/SetupView";
import type { StepView } from "../ipc/types/StepView";
import type { TextView } from "../ipc/types/TextView";
import type { WindowShape } from "../ipc/types/WindowShape";
import { fill } from "../texts/fill";
import { language, say } from "../texts/index.svelte";
import { asFault } from "./fault";
import { Files } from "./files.svelte";
import { ProveRun } from "./prove.svelte";
import type { Overlay, Route } from "./route";

export class Session {
  app = $state.raw<AppView | null>(null);
  /** What has to be told of the setups' files. */
  fileNews = $state.raw<FilesView>({ mishaps: [], newer: [], unread: [] });
  setup = $state.raw<SetupView | null>(null);
  route = $state.raw<Route>({ page: "welcome" });
  overlay = $state<Overlay>(null);
  fault = $state.raw<Fault | null>(null);
  /** A setup that somebody proposes, until the person has decided about it. */
  proposal = $state.raw<ProposalView | null>(null);
  /** Whether the keyring keeps something waiting, most often for the person's password. */
  keyringWaits = $state(false);
  /** What the first page begins with: a proposal that the person took over. */
  prefilled: Details | null = null;
  /** The Client ID of the vendor's own application that came with it: only for the setup that begins there. */
  #proposedClientId: string | null = null;
  /** The guide for which the first page asks the two details. */
  chosen = $state<string | null>(null);
  look = $state.raw<LookView>({ colours: "system", motion: "system", letters: "normal" });
  /** Whether the window stands beside the browser, with the step in hand and no more. */
  beside = $state(false);
  readonly run: ProveRun;
  readonly files: Files;

  constructor(readonly program: Program) {
    this.run = new ProveRun(this);
    this.files = new Files(this);
  }

  /** The guide of the setup in hand, or the one just chosen. */
  get guide(): GuideView | null {
    const id = this.route.page === "details" ? this.route.guide : (this.setup?.guide ?? this.chosen);
    return this.app?.guides.find((guide) => guide.id === id) ?? null;
  }

  /** The step on the page, where there is one. */
  get step(): StepView | null {
    const route = this.route;
    if (!("step" in route)) return null;
    return (this.guide ? everyStep(this.guide) : []).find((step) => step.id === route.step) ?? null;
  }

  /** Whether the page mends something off the way. */
  get mends(): boolean {
    return this.guide?.repairs.some((step) => step === this.step) ?? false;
  }

  /** A guide's text in the language of the page, with the values of the setup in hand. */
  say(text: TextView): string {
    return fill(say(text), this.setup, this.guide);
  }

  async start(): Promise<void> {
    const app = await this.attempt(() => this.program.start());
    if (!app) return;
    language.use(app.language);
    this.look = app.look;
    this.app = app;
    await this.#lookAtFiles();
    await this.#beside(() => this.program.hearProposals((proposal) => (this.proposal = proposal)));
    await this.#beside(() => this.program.hearKeyring((waits) => (this.keyringWaits = waits)));
  }

  /** Begins what was proposed: at once where both details came, else with what came filled in. */
  async takeProposal(): Promise<void> {
    const proposal = this.proposal;
    if (!proposal) return;
    this.proposal = null;
    await this.home();
    const details = { erpAddress: proposal.erp_address ?? "", mailbox: proposal.mailbox ?? "" };
    this.prefilled = details;
    this.chooseGuide(proposal.guide);
    this.#proposedClientId = proposal.client_id;
    if (details.erpAddress && details.mailbox) await this.saveDetails(proposal.guide, details);
  }

  async useLanguage(code: string): Promise<void> {
    language.use(code);
    await this.attempt(() => this.program.setLanguage(code));
  }

  async useLook(look: LookView): Promise<void> {
    this.look = look;
    await this.attempt(() => this.program.setLook(look));
  }

  /** Calls the program; what goes wrong is kept for the page to show, and `null` comes back. */
  async attempt<T>(call: () => Promise<T>): Promise<T | null> {
    this.fault = null;
    return this.#beside(call);
  }

  /** The same for what nobody pressed: it takes no fault away that is being shown. */
  async #beside<T>(call: () => Promise<T>): Promise<T | null> {
    const { value, fault } = await answered(call);
    if (fault) this.fault = fault;
    return value;
  }

  /** Gives the window another shape; nothing else changes. */
  async shape(shape: WindowShape): Promise<void> {
    const now = await this.attempt(() => this.program.shapeWindow(shape));
    if (now) this.beside = now === "beside";
  }

  toggleBeside(): Promise<void> {
    return this.shape(this.beside ? "wide" : "beside");
  }

  chooseGuide(guide: string): void {
    this.setup = null;
    this.fault = null;
    this.chosen = guide;
    this.#proposedClientId = null;
  }

  /** Back to the choice of a guide, on the same page. */
  unchooseGuide(): void {
    this.fault = null;
    this.chosen = null;
  }

  editDetails(): void {
    if (this.setup) this.#go({ page: "details", guide: this.setup.guide });
  }

  /** Back from the details, to the step in hand or to the first page. */
  leaveDetails(): Promise<void> {
    return this.setup ? this.goTo(this.setup.current_step) : this.home();
  }

  /** Saves the two details. Answers which of them were refused and why: an empty list when all is well. */
  async saveDetails(guide: string, details: Details): Promise<[string, string][]> {
    const known = this.setup;
    this.fault = null;
    const { value: setup, fault } = await answered(() =>
      known
        ? this.program.changeDetails(known.id, details)
        : this.program.createSetup(guide, details, this.#proposedClientId),
    );
    if (setup) this.#open(setup);
    if (fault?.fault === "values_refused") return fault.refused;
    if (fault) this.fault = fault;
    return [];
  }

  /** Decides otherwise than Vincula did. Answers why an address was refused, where it was. */
  async decide(decision: DecisionView): Promise<string | undefined> {
    const known = this.setup;
    if (!known) return undefined;
    this.fault = null;
    const { value: setup, fault } = await answered(() => this.program.decideOtherwise(known.id, decision));
    if (setup) this.setup = setup;
    if (fault?.fault === "values_refused") return fault.refused[0]?.[1];
    if (fault) this.fault = fault;
    return undefined;
  }

  /** The whole guide on one page, to be printed. */
  showOnPaper(): void {
    if (this.setup) this.#go({ page: "paper" });
  }

  /** Back from paper, to where the person was. */
  leavePaper(): void {
    if (this.setup) this.#open(this.setup);
  }

  async resume(id: string): Promise<void> {
    await this.open(() => this.program.openSetup(id));
  }

  /** The person has read what became of damaged files. */
  async mishapsKnown(): Promise<void> {
    const paths = this.fileNews.mishaps.map(({ path }) => path);
    this.fileNews = (await this.attempt(() => this.program.mishapsKnown(paths))) ?? this.fileNews;
  }

  async remove(id: string): Promise<void> {
    await this.attempt(() => this.program.deleteSetup(id));
    const fault = this.fault;
    await this.#refreshSetups();
    this.fault ??= fault;
  }

  /** The checks of a setup, at once. */
  async recheck(id: string): Promise<void> {
    const setup = await this.attempt(() => this.program.openSetup(id));
    if (!setup) return;
    const guide = this.app?.guides.find((candidate) => candidate.id === setup.guide);
    this.#open(setup, guide?.steps.find((step) => step.proves)?.id);
    if (this.route.page === "prove") await this.run.check();
  }

  /** Begins to renew the secret, or goes on with it. */
  async renew(id: string): Promise<void> {
    await this.open(() => this.program.beginRenewal(id));
  }

  /** From a problem with the secret: the page on which a new one is given, whether or not one waits for its proof. */
  async renewAgain(id: string): Promise<void> {
    const setup = await this.attempt(() => this.program.beginRenewal(id));
    if (!setup) return;
    void this.run.leave();
    this.setup = setup;
    const step = this.#secretStep;
    if (step) this.#go({ page: "renew", step: step.id });
  }

  /** The new secret is there: on to its proof. */
  async proveRenewal(): Promise<void> {
    const id = this.setup?.id;
    if (!id) return;
    const setup = await this.attempt(() => this.program.openSetup(id));
    if (setup) this.#enterProof(setup);
  }

  /** The old secret stays as it is. */
  async cancelRenewal(): Promise<void> {
    const setup = this.setup;
    if (setup && (await this.attempt(() => this.program.cancelRenewal(setup.id)))) await this.home();
  }

  async renewalHandedOver(): Promise<void> {
    const setup = this.setup;
    if (setup) await this.open(() => this.program.renewalHandedOver(setup.id));
  }

  async finishRenewal(): Promise<void> {
    const setup = this.setup;
    if (setup && (await this.attempt(() => this.program.finishRenewal(setup.id)))) await this.home();
  }

  /** Changes the list of setups. Whether it was changed. */
  async changeList(call: () => Promise<SetupSummary[]>): Promise<boolean> {
    const setups = await this.attempt(call);
    if (setups && this.app) this.app = { ...this.app, setups };
    return setups !== null;
  }

  /** Asks a keyring that refused once more; the page stays. */
  async tryKeyring(): Promise<void> {
    const known = this.setup;
    const setup = known && (await this.attempt(() => this.program.tryKeyring(known.id)));
    if (setup) this.setup = setup;
  }

  /** Forgets everything, and begins anew. Answers what is left, or nothing where it could not be asked. */
  async forgetEverything(): Promise<LeftView[] | null> {
    const forgotten = await this.attempt(() => this.program.forgetEverything());
    const fault = this.fault;
    const app = await this.attempt(() => this.program.start());
    if (app) {
      language.use(app.language);
      this.look = app.look;
      this.app = app;
    }
    this.fault ??= fault;
    return forgotten?.left ?? null;
  }

  async goTo(step: string): Promise<void> {
    const setup = this.setup;
    if (!setup) return;
    const moved = await this.attempt(() => this.program.goToStep(setup.id, step));
    if (moved) this.#open(moved, step);
  }

  async goBack(): Promise<void> {
    // From a repair: to where the person was going.
    if (this.mends) return this.done();
    const secret = this.#secretStep;
    if (this.setup?.renewal && this.route.page === "prove" && secret) {
      return this.#go({ page: "renew", step: secret.id });
    }
    const steps = this.guide?.steps ?? [];
    const before = steps[steps.findIndex((step) => step.id === this.step?.id) - 1];
    if (before) await this.goTo(before.id);
    else this.editDetails();
  }

  async done(): Promise<void> {
    const { setup, step } = this;
    if (!setup || !step) return;
    const moved = await this.attempt(() => this.program.stepDone(setup.id, step.id));
    if (!moved) return;
    if (step.proves) {
      this.setup = moved;
      this.#go({ page: "end" });
    } else {
      this.#open(moved);
    }
  }

  async home(): Promise<void> {
    await this.run.leave();
    this.setup = null;
    this.chosen = null;
    this.#go({ page: "welcome" });
    await this.#refreshSetups();
  }

  /** From the end back to the values. */
  async showHandOver(): Promise<void> {
    const last = this.guide?.steps.find((step) => step.proves);
    if (!last) return;
    await this.goTo(last.id);
    if (this.route.page === "prove") this.run.show("hand_over");
  }

  /** From a step of the portal to the page that does all of them at once. */
  takeFastPath(): void {
    if (this.step) this.#go({ page: "fast", step: this.step.id });
  }

  /** All that the portal is for was done at once: on to the last step. */
  async portalStepsDone(): Promise<void> {
    const setup = this.setup;
    if (!setup) return;
    const moved = await this.attempt(() => this.program.portalStepsDone(setup.id));
    if (moved) this.#open(moved, this.guide?.steps.find((step) => step.proves)?.id);
  }

  /** The registration is done elsewhere: its values came back, or somebody asks for them. */
  async open(call: () => Promise<SetupView>): Promise<boolean> {
    const setup = await this.attempt(call);
    if (setup) this.#open(setup);
    return setup !== null;
  }

  openPortal(): Promise<null> {
    return this.step ? this.openPortalAt(this.step.id) : Promise.resolve(null);
  }

  openPortalAt(step: string): Promise<null> {
    const setup = this.setup;
    return setup ? this.attempt(() => this.program.openPortal(setup.id, step)) : Promise.resolve(null);
  }

  /** The step of the guide that asks for the secret. */
  get #secretStep(): StepView | undefined {
    return this.guide?.steps.find((step) => step.asks.includes("client_secret"));
  }

  /** Where a renewal goes on. */
  #openRenewal(setup: SetupView, stage: string): void {
    void this.run.leave();
    this.setup = setup;
    const step = this.#secretStep;
    if (stage === "asks" && step) return this.#go({ page: "renew", step: step.id });
    if (stage === "remove_old" && step) return this.#go({ page: "remove_old", step: step.id });
    this.#enterProof(setup);
    if (stage === "hand_over") this.run.show("hand_over");
  }

  #enterProof(setup: SetupView): void {
    this.setup = setup;
    const guide = this.guide;
    const last = guide?.steps.find((step) => step.proves);
    if (!guide || !last) return;
    this.run.enter(setup, guide);
    this.#go({ page: "prove", step: last.id });
  }

  /** Takes a newer state of the setup in hand without leaving the page. */
  update(setup: SetupView): void {
    this.setup = setup;
  }

  #open(setup: SetupView, at: string = setup.current_step): void {
    // A page that mends something is met on this way too; everything else of the guide is behind.
    const mends = this.#mending(setup, at);
    if (setup.renewal && !mends) return this.#openRenewal(setup, setup.renewal.stage);
    void this.run.leave();
    this.setup = setup;
    const guide = this.app?.guides.find((candidate) => candidate.id === setup.guide);
    const steps = guide ? everyStep(guide) : [];
    const step = steps.find((candidate) => candidate.id === at) ?? steps[0];
    if (!guide || !step) {
      this.fault = { fault: "guide_not_found" };
      return;
    }
    if (step.proves) {
      this.run.enter(setup, guide);
      this.#go({ page: "prove", step: step.id });
    } else {
      this.#go({ page: "step", step: step.id });
    }
  }

  /** Whether this is the page to which a problem sends the person. */
  #mending(setup: SetupView, at: string): boolean {
    const guide = this.app?.guides.find((candidate) => candidate.id === setup.guide);
    const isLast = guide?.steps.some((step) => step.proves && step.id === at) ?? false;
    return !isLast && setup.current_step === at && this.route.page === "prove";
  }

  #go(route: Route): void {
    this.overlay = null;
    this.fault = null;
    this.route = route;
  }

  async #refreshSetups(): Promise<void> {
    const setups = await this.attempt(() => this.program.listSetups());
    if (setups && this.app) this.app = { ...this.app, setups };
    if (!this.fault) await this.#lookAtFiles();
  }

  async #lookAtFiles(): Promise<void> {
    this.fileNews = (await this.#beside(() => this.program.lookAtFiles())) ?? this.fileNews;
  }
}

/** What a call answered, or its fault. */
async function answered<T>(call: () => Promise<T>): Promise<{ value: T | null; fault: Fault | null }> {
  try {
    return { value: await call(), fault: null };
  } catch (thrown) {
    return { value: null, fault: asFault(thrown) };
  }
}

/** The steps on the way, then the repairs. */
function everyStep(guide: GuideView): StepView[] {
  return [...guide.steps, ...guide.repairs];
}
