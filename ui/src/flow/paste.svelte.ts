// One value on a step's page: pasted by Rust, judged at once, changed on request.

import type { PastedKind } from "../ipc/program";
import type { SetupView } from "../ipc/types/SetupView";
import type { Verdict } from "../ipc/types/Verdict";
import type { Session } from "./session.svelte";

/** Shorter than this, the second press of a double click would land on whatever the button becomes. */
const SETTLE_MS = 400;

export class PasteDesk {
  verdicts = $state.raw<Record<PastedKind, Verdict>>({});
  /** The value being replaced. */
  changing = $state<PastedKind | null>(null);
  busy = $state<PastedKind | null>(null);
  /** The wanted value that the clipboard seems to hold, since the person came back to the window. */
  offered = $state<PastedKind | null>(null);

  constructor(
    private readonly session: Session,
    private readonly kinds: PastedKind[],
    private readonly settle: number = SETTLE_MS,
  ) {}

  /** The value that the page still needs, or that is being replaced. A tenant is welcome, never needed. */
  get wanted(): PastedKind | null {
    if (this.changing) return this.changing;
    const setup = this.session.setup;
    return this.kinds.find((kind) => kind !== "tenant_id" && !isHeld(setup, kind)) ?? null;
  }

  /** The person came back to the window: perhaps with the value that the page asks for. */
  async look(): Promise<void> {
    const wanted = this.wanted;
    // Nobody pressed anything, so that a clipboard that cannot be read is no fault to show.
    const found = wanted !== null && (await this.session.program.peekClipboard(wanted).catch(() => false));
    this.offered = found && wanted === this.wanted ? wanted : null;
  }

  paste(kind: PastedKind): Promise<boolean> {
    return this.#take(kind, (setup) => this.session.program.pasteValue(setup, kind));
  }

  enter(kind: PastedKind, text: string): Promise<boolean> {
    return this.#take(kind, (setup) => this.session.program.enterValue(setup, kind, text));
  }

  change(kind: PastedKind): void {
    this.changing = kind;
    this.#forget(kind);
  }

  keep(): void {
    if (this.changing) this.#forget(this.changing);
    this.changing = null;
  }

  async #take(kind: PastedKind, call: (setup: string) => Promise<Verdict>): Promise<boolean> {
    const setup = this.session.setup;
    if (!setup || this.busy) return false;
    this.busy = kind;
    this.offered = null;
    const [verdict] = await Promise.all([
      this.session.attempt(() => call(setup.id)),
      new Promise((resolve) => setTimeout(resolve, this.settle)),
    ]);
    this.busy = null;
    if (!verdict) return false;
    this.verdicts = { ...this.verdicts, [kind]: verdict };
    if (verdict.verdict === "refused") return false;
    this.session.update(verdict.setup);
    this.changing = null;
    return true;
  }

  #forget(kind: PastedKind): void {
    this.verdicts = Object.fromEntries(Object.entries(this.verdicts).filter(([known]) => known !== kind));
  }
}

/** Whether the setup holds this value. */
export function isHeld(setup: SetupView | null, kind: PastedKind): boolean {
  if (kind === "client_secret") return Boolean(setup?.secret);
  if (kind === "client_id") return Boolean(setup?.client_id);
  if (kind === "tenant_id") return Boolean(setup?.tenant_id);
  return true;
}

/** What may be shown of a value; a secret is never among them. */
export function shownValue(setup: SetupView | null, kind: string): string | null {
  switch (kind) {
    case "erp_address":
      return setup?.erp_address ?? null;
    case "mailbox":
      return setup?.mailbox ?? null;
    case "client_id":
      return setup?.client_id ?? null;
    case "tenant_id":
      return setup?.tenant_id ?? null;
    case "redirect_uri":
      return setup?.redirect_uri ?? null;
    default:
      return null;
  }
}
