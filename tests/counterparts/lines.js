/**
 * How a test talks to a program here: one JSON object on a line of standard input, one on a line of standard
 * output back. The program ends when its input does, so that it never outlives its test.
 */
import { createInterface } from "node:readline";

// Standard output is for answers: what a library says goes where it disturbs nobody.
console.log = console.info = console.error;

/** Answers each line by `answer`. What it throws ends the program, with its reason on standard error. */
export async function serve(answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
  process.exit(0);
}
