// Reads callbacks with the official client's parser and prints what it made of each: one JSON line each, in order.
// Reads from standard input: the bodies, as a list of texts.
import { text } from "node:stream/consumers";
import { parseCallAutomationEvent } from "@azure/communication-call-automation";

const parse = (body) => {
  try {
    return { event: parseCallAutomationEvent(body) };
  } catch (error) {
    return { problem: `${error.name}: ${error.message}` };
  }
};

for (const body of JSON.parse(await text(process.stdin))) console.log(JSON.stringify(parse(body)));
