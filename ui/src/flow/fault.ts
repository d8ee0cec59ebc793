// What a call to the program rejects with.

import type { Fault } from "../ipc/types/Fault";

/** The fault in whatever was thrown; what is not a fault is a failure of the program itself. */
export function asFault(thrown: unknown): Fault {
  if (
    typeof thrown === "object" &&
    thrown !== null &&
    "fault" in thrown &&
    typeof thrown.fault === "string"
  ) {
    return thrown as Fault;
  }
  return { fault: "internal" };
}
