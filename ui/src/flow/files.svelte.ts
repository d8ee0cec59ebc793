// A setup in a file: what somebody opened, until the person has decided about it, and what goes out.

import type { ImportView } from "../ipc/types/ImportView";
import type { OpenedView } from "../ipc/types/OpenedView";
import type { SetupSummary } from "../ipc/types/SetupSummary";
import type { Session } from "./session.svelte";

/** What is said of a setup that goes out. */
export type Leaving = Pick<SetupSummary, "id" | "mailbox">;

export class Files {
  /** Something sealed, for which the passphrase is asked. */
  sealed = $state.raw<string | null>(null);
  /** A setup as its file says it; nothing of it is kept yet. */
  found = $state.raw<ImportView | null>(null);
  /** The setup that goes out. */
  leaving = $state.raw<Leaving | null>(null);

  constructor(readonly session: Session) {}

  /** Opens whatever file of Vincula's a person has. */
  async open(text: string): Promise<void> {
    const opened = await this.session.attempt(() => this.session.program.openFile(text));
    if (opened?.what === "sealed") this.sealed = text;
    else if (opened) await this.#take(opened);
  }

  async unseal(passphrase: string): Promise<void> {
    const { sealed, session } = this;
    if (sealed === null) return;
    const opened = await session.attempt(() => session.program.unsealFile(sealed, passphrase));
    if (opened) await this.#take(opened);
  }

  /** Keeps what the person has seen, and goes on with it. */
  async keep(): Promise<void> {
    if (await this.session.open(() => this.session.program.importSetup())) this.#close();
  }

  /** The same setup is here already: goes on with that one. */
  async openKnown(): Promise<void> {
    const known = this.found?.known;
    await this.forget();
    if (known) await this.session.resume(known);
  }

  /** Nothing of the file is wanted. */
  async forget(): Promise<void> {
    const was = this.found;
    this.#close();
    if (was) await this.session.attempt(() => this.session.program.forgetImport());
  }

  /** The setup is in its file, or stays here after all. */
  left(): void {
    this.leaving = null;
    this.session.fault = null;
  }

  async #take(opened: OpenedView): Promise<void> {
    if (opened.what === "import") {
      this.found = opened.import;
    } else if (opened.what === "setup") {
      this.#close();
      await this.session.open(() => Promise.resolve(opened.setup));
    }
  }

  #close(): void {
    this.sealed = null;
    this.found = null;
  }
}
