// What ties the lines of a step to the pins of its drawing: which drawing is shown, and which line is lit.

import type { Frame } from "./index";

export class Pointing {
  /** The drawing that is shown. */
  at = $state(0);
  /** The line whose pin is lit. */
  lit = $state<number | null>(null);

  constructor(readonly frames: readonly Frame[]) {}

  get frame(): Frame | undefined {
    return this.frames[this.at];
  }

  /** Whether a line has a pin in any of the drawings. */
  points(line: number): boolean {
    return this.frames.some((frame) => hasPin(frame, line));
  }

  /** Lights a line, and turns to the drawing that has its pin. */
  show(line: number): void {
    this.lit = line;
    if (this.frame && hasPin(this.frame, line)) return;
    const found = this.frames.findIndex((frame) => hasPin(frame, line));
    if (found >= 0) this.at = found;
  }

  leave(line: number): void {
    if (this.lit === line) this.lit = null;
  }

  turn(to: number): void {
    this.at = Math.min(Math.max(to, 0), this.frames.length - 1);
    this.lit = null;
  }
}

function hasPin(frame: Frame, line: number): boolean {
  return Boolean(frame.pins[line]);
}
