// Converts identifiers with the official client: one JSON line each, raw ids first.
// Reads from standard input: { "rawIds": [text], "models": [identifier as on the wire] }.
import { text } from "node:stream/consumers";
import {
  createIdentifierFromRawId, deserializeCommunicationIdentifier, getIdentifierRawId, serializeCommunicationIdentifier,
} from "@azure/communication-common";

const { rawIds, models } = JSON.parse(await text(process.stdin));
const show = (identifier) => console.log(JSON.stringify({
  kind: identifier.kind,
  rawId: getIdentifierRawId(identifier),
  model: serializeCommunicationIdentifier(identifier),
}));

for (const rawId of rawIds) show(createIdentifierFromRawId(rawId));
for (const model of models) show(deserializeCommunicationIdentifier(model));
