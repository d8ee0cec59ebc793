// The fast path: an administrator runs one script in Azure and pastes what it printed.

import type { ScriptShell } from "../ipc/types/ScriptShell";
import type { Verdict } from "../ipc/types/Verdict";
import { PasteDesk } from "./paste.svelte";
import type { Session } from "./session.svelte";

/** The value that stands for the whole block: the secret is what only the script has seen. */
const BLOCK = "client_secret";

export class FastPath {
  shell = $state<ScriptShell>("bash");
  readonly #desk: PasteDesk;

  constructor(
    private readonly session: Session,
    settle?: number,
  ) {
    this.#desk = new PasteDesk(session, [BLOCK], settle);
  }

  get busy(): boolean {
    return this.#desk.busy !== null;
  }

  /** Why what was pasted is not the block. */
  get refusal(): string | null {
    const verdict = this.#verdict;
    return verdict?.verdict === "refused" ? verdict.reason : null;
  }

  /** A secret by itself was taken: which application it belongs to is not known. */
  get partial(): boolean {
    return this.#verdict?.verdict === "accepted" && !this.#isWhole;
  }

  /** Answers whether the clipboard really holds the script. */
  async copy(): Promise<boolean> {
    const setup = this.session.setup;
    if (!setup) return false;
    await this.session.attempt(() => this.session.program.copyScript(setup.id, this.shell));
    return this.session.fault === null;
  }

  paste(): Promise<boolean> {
    return this.#take(() => this.#desk.paste(BLOCK));
  }

  enter(text: string): Promise<boolean> {
    return this.#take(() => this.#desk.enter(BLOCK, text));
  }

  async #take(take: () => Promise<boolean>): Promise<boolean> {
    if (this.busy) return false;
    // A block that was taken before is gone from the clipboard: only the way on is left to be tried again.
    const taken = this.#isWhole || (await take());
    if (taken && this.#isWhole) await this.session.portalStepsDone();
    return taken;
  }

  get #isWhole(): boolean {
    const verdict = this.#verdict;
    return verdict?.verdict === "accepted" && verdict.also.includes("client_id");
  }

  get #verdict(): Verdict | undefined {
    return this.#desk.verdicts[BLOCK];
  }
}
