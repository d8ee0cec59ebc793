// What the page may ask of the program, as an interface: the flow is written against it, so that tests and the
// design demo can stand in for Rust.

import type { AppView } from "./types/AppView";
import type { ApprovalView } from "./types/ApprovalView";
import type { ArrivalAnswer } from "./types/ArrivalAnswer";
import type { DecisionView } from "./types/DecisionView";
import type { FilesView } from "./types/FilesView";
import type { ForgottenView } from "./types/ForgottenView";
import type { KeptRequest } from "./types/KeptRequest";
import type { KeptSealed } from "./types/KeptSealed";
import type { LookView } from "./types/LookView";
import type { OpenedView } from "./types/OpenedView";
import type { PastedDetail } from "./types/PastedDetail";
import type { ProblemView } from "./types/ProblemView";
import type { ProposalView } from "./types/ProposalView";
import type { ProveEvent } from "./types/ProveEvent";
import type { ReportView } from "./types/ReportView";
import type { ScriptShell } from "./types/ScriptShell";
import type { SecretEndView } from "./types/SecretEndView";
import type { SetupSummary } from "./types/SetupSummary";
import type { SetupView } from "./types/SetupView";
import type { Verdict } from "./types/Verdict";
import type { WindowShape } from "./types/WindowShape";

/** The two values that the person knows before going to Microsoft. */
export interface Details {
  erpAddress: string;
  mailbox: string;
}

export type DetailKind = "erp_address" | "mailbox";
/** A value that is pasted in a step: `client_id`, `tenant_id` or `client_secret`. */
export type PastedKind = string;
/** `window`, `loopback`, `deep_link` or `pasted`. */
export type SurfaceName = string;
export type Listener = (event: ProveEvent) => void;

export interface Program {
  start(): Promise<AppView>;
  pageReady(): Promise<null>;
  setLanguage(language: string): Promise<null>;
  setLook(look: LookView): Promise<null>;
  /** Opens the system's print dialog for the page as it is. */
  printPage(): Promise<null>;

  /** Resolves with the shape that the window has from then on: `wide` or `beside`. */
  shapeWindow(shape: WindowShape): Promise<WindowShape>;

  /** With the Client ID that a link proposed, where one did. */
  createSetup(guide: string, details: Details, clientId: string | null): Promise<SetupView>;
  changeDetails(setup: string, details: Details): Promise<SetupView>;
  /** What was proven otherwise is void. */
  decideOtherwise(setup: string, decision: DecisionView): Promise<SetupView>;
  openSetup(setup: string): Promise<SetupView>;
  listSetups(): Promise<SetupSummary[]>;
  deleteSetup(setup: string): Promise<null>;
  /** These four resolve with the list as it is then. An empty name takes the name back. */
  renameSetup(setup: string, name: string): Promise<SetupSummary[]>;
  duplicateSetup(setup: string): Promise<SetupSummary[]>;
  archiveSetup(setup: string): Promise<SetupSummary[]>;
  unarchiveSetup(setup: string): Promise<SetupSummary[]>;

  /** From then on the setup's secret is the new one, until that is proven or given up. */
  beginRenewal(setup: string): Promise<SetupView>;
  cancelRenewal(setup: string): Promise<SetupView>;
  renewalHandedOver(setup: string): Promise<SetupView>;
  finishRenewal(setup: string): Promise<SetupView>;

  /** Tells when the keyring keeps a call waiting, most often for the person's password, and when it does no more. */
  hearKeyring(listener: (waits: boolean) => void): Promise<null>;
  /** The calls that wait for the keyring end without it. */
  giveUpKeyring(): Promise<null>;
  /** Asks a keyring that refused once more. */
  tryKeyring(setup: string): Promise<SetupView>;
  /** Every setup, every secret of ours, every choice. */
  forgetEverything(): Promise<ForgottenView>;
  /** What has to be told of the setups' files: damaged ones, those of a newer version, those that cannot be read. */
  lookAtFiles(): Promise<FilesView>;
  /** The person knows of the mishaps at these places. Resolves with what is left to tell. */
  mishapsKnown(paths: string[]): Promise<FilesView>;

  stepDone(setup: string, step: string): Promise<SetupView>;
  goToStep(setup: string, step: string): Promise<SetupView>;
  openPortal(setup: string, step: string): Promise<null>;

  /** Resolves once the clipboard really holds the script. */
  copyScript(setup: string, shell: ScriptShell): Promise<null>;
  openCloudShell(): Promise<null>;
  /** Marks what is done in the portal as done: its values are here. */
  portalStepsDone(setup: string): Promise<SetupView>;

  /** Rust reads the clipboard; the page sees what was understood. */
  pasteDetail(kind: DetailKind): Promise<PastedDetail>;
  /** Rust reads the clipboard; a secret never reaches the page. */
  pasteValue(setup: string, kind: PastedKind): Promise<Verdict>;
  /** Whether the clipboard holds such a value now; nothing of it is given away. */
  peekClipboard(kind: PastedKind): Promise<boolean>;
  enterValue(setup: string, kind: PastedKind, text: string): Promise<Verdict>;
  /** Resolves once the clipboard was really written. */
  copyValue(setup: string, kind: string): Promise<null>;
  /** The same for a text that the page shows: a word to enter in the portal, the details for IT. */
  copyText(text: string): Promise<null>;

  setSecretEnd(setup: string, end: SecretEndView): Promise<SetupView>;
  /** Resolves with the place of the calendar file. */
  keepReminder(setup: string): Promise<string>;

  check(setup: string, listener: Listener): Promise<ReportView>;
  signIn(setup: string, surface: SurfaceName, listener: Listener): Promise<ReportView>;
  /** An administrator approves for everybody; nothing else changes. */
  approve(setup: string, listener: Listener): Promise<ApprovalView>;
  /** Gives the address on the clipboard to the sign-in that waits for it; the page never has it. */
  pasteAddress(): Promise<null>;
  copySignInAddress(): Promise<null>;
  /** The person knows the host before which the sign-in window stopped. */
  trustHost(host: string): Promise<null>;
  sendTestMail(setup: string, to: string, listener: Listener): Promise<ReportView>;
  answerArrival(setup: string, answer: ArrivalAnswer): Promise<ReportView>;
  /** Stops the stage that runs: its own call then resolves with a report. */
  cancel(): Promise<null>;
  /** What the person sees leads nowhere: the sign-in ends. */
  reportDeadEnd(why: string): Promise<null>;
  /** What an error on the clipboard means. */
  explainPasted(setup: string): Promise<ProblemView>;
  /** Tells of setups that somebody proposes by a link. */
  hearProposals(listener: (proposal: ProposalView) => void): Promise<null>;

  itMessage(setup: string): Promise<string>;
  /** From then on the setup waits. */
  copyItMessage(setup: string, who: string): Promise<SetupView>;
  /** Opens the person's mail program with the message, which is copied too. */
  mailItMessage(setup: string, who: string): Promise<SetupView>;
  keepRequest(setup: string, who: string): Promise<KeptRequest>;
  goOnAlone(setup: string): Promise<SetupView>;
  /** Begins a setup for the request on the clipboard. */
  pasteRequest(): Promise<SetupView>;
  /** Copies the sealed answer and gives the passphrase that opens it, which is shown once. */
  copyAnswer(setup: string): Promise<string>;
  keepAnswer(setup: string): Promise<KeptSealed>;
  pasteAnswer(setup: string, passphrase: string): Promise<SetupView>;
  openAnswer(setup: string, text: string, passphrase: string): Promise<SetupView>;

  /** Keeps the setup without its secret. Resolves with the place of the file. */
  keepSetupFile(setup: string): Promise<string>;
  /** The same with the secret, sealed; the passphrase is shown once. */
  keepSealedSetup(setup: string): Promise<KeptSealed>;
  /** A request, a setup or something sealed: whatever file of Vincula's a person has. */
  openFile(text: string): Promise<OpenedView>;
  unsealFile(text: string, passphrase: string): Promise<OpenedView>;
  /** Keeps the setup that was opened last. */
  importSetup(): Promise<SetupView>;
  /** Forgets what was opened. */
  forgetImport(): Promise<null>;
}
