// An application on the official client: it answers calls, says hello, and hangs up. docs/emulator.md shows it.
//
// Environment: EMULATOR, where the emulator is; PORT, where to listen.
import { createServer } from "node:http";
import { createPublicKey, verify } from "node:crypto";
import { CallAutomationClient, parseCallAutomationEvent } from "@azure/communication-call-automation";

const emulator = process.env.EMULATOR ?? "http://127.0.0.1:5055";
const port = Number(process.env.PORT ?? 5000);
const { connectionString, metadata, issuer, audience } = await (await fetch(`${emulator}/emulator`)).json();
const client = new CallAutomationClient(connectionString, { allowInsecureConnection: true });

async function verifyToken(authorization = "") {
  const [head, body, signature] = authorization.replace(/^Bearer /, "").split(".");
  const { kid, alg } = JSON.parse(Buffer.from(head, "base64url"));
  const { jwks_uri } = await (await fetch(metadata)).json();
  const { keys } = await (await fetch(jwks_uri)).json();
  const key = createPublicKey({ key: keys.find((key) => key.kid === kid), format: "jwk" });
  const claims = JSON.parse(Buffer.from(body, "base64url"));
  const signed = alg === "RS256" && verify("RSA-SHA256", `${head}.${body}`, key, Buffer.from(signature, "base64url"));
  if (!signed || claims.iss !== issuer || claims.aud !== audience || claims.exp * 1000 < Date.now()) {
    throw new Error("The token is not the emulator's.");
  }
}

async function onEventGrid([event]) {
  if (event.eventType === "Microsoft.EventGrid.SubscriptionValidationEvent") {
    return { validationResponse: event.data.validationCode };
  }
  if (event.eventType === "Microsoft.Communication.IncomingCall") {
    await client.answerCall(event.data.incomingCallContext, `http://127.0.0.1:${server.address().port}/api/callbacks`);
  }
}

async function onCallback(text, authorization) {
  await verifyToken(authorization);
  const event = parseCallAutomationEvent(text);
  console.log(event.kind);
  const call = client.getCallConnection(event.callConnectionId);
  if (event.kind === "CallConnected") {
    await call.getCallMedia().playToAll([{ kind: "textSource", text: "Hello.", voiceName: "en-US-JennyNeural" }]);
  } else if (event.kind === "PlayCompleted") {
    await call.hangUp(true);
  }
}

const server = createServer(async (request, response) => {
  try {
    const chunks = await request.toArray();
    const text = Buffer.concat(chunks).toString();
    const answer = request.url === "/api/events" ? await onEventGrid(JSON.parse(text)) : await onCallback(text, request.headers.authorization);
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer ?? {}));
  } catch (error) {
    console.error(error.message);
    response.writeHead(500).end();
  }
});
server.listen(port, "127.0.0.1", () => console.log(`Listening on http://127.0.0.1:${server.address().port}`));
