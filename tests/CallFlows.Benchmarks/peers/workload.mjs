// The payload of every workload: as many bytes as the engine's own.
import { createInterface } from "node:readline";

const payloadBytes = 200;
const frame = JSON.stringify({ text: "" });

export const rounds = 4;
export const payload = { text: "x".repeat(payloadBytes - frame.length) };

/** Answers each line of JSON that comes in with a line of JSON; ends with the input. */
export async function serve(answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    say(await answer(JSON.parse(line)));
  }
}

export function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
