// Runs the official Call Automation client against an emulator: calls a phone, speaks, asks for a tone, hangs up.
// Prints one JSON line for each thing seen; exits with 1 when something doesn't come.
//
// Arguments: connection string, metadata address, control address, audience.
import { createServer } from "node:http";
import { createPublicKey, verify } from "node:crypto";
import { CallAutomationClient, parseCallAutomationEvent } from "@azure/communication-call-automation";

const [connectionString, metadataAddress, controlAddress, audience] = process.argv.slice(2);
const phone = "+15551230001";
const appNumber = "+18005550100";
const patienceMs = 20_000;

const show = (line) => console.log(JSON.stringify(line));
const events = [];
const waiting = [];

async function readToken(request) {
  const header = request.headers.authorization ?? "";
  if (!header.startsWith("Bearer ")) throw new Error("the callback has no bearer token");
  const [head, body, signature] = header.slice("Bearer ".length).split(".");
  const { kid, alg } = JSON.parse(Buffer.from(head, "base64url"));
  const metadata = await (await fetch(metadataAddress)).json();
  const { keys } = await (await fetch(metadata.jwks_uri)).json();
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk || alg !== "RS256") throw new Error("the token is signed by an unknown key");
  const key = createPublicKey({ key: jwk, format: "jwk" });
  if (!verify("RSA-SHA256", Buffer.from(`${head}.${body}`), key, Buffer.from(signature, "base64url")))
    throw new Error("the token's signature is wrong");
  const claims = JSON.parse(Buffer.from(body, "base64url"));
  if (claims.iss !== metadata.issuer) throw new Error(`the token's issuer is ${claims.iss}`);
  if (claims.aud !== audience) throw new Error(`the token's audience is ${claims.aud}`);
  if (claims.exp - claims.iat !== 300) throw new Error("the token doesn't live for 5 minutes");
  return claims;
}

async function receive(request, response) {
  try {
    await readToken(request);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    if (JSON.parse(text).length !== 1) throw new Error("a callback must hold exactly one event");
    const event = parseCallAutomationEvent(text);
    events.push(event);
    show({ event: event.kind, context: event.operationContext, code: event.resultInformation?.code, subCode: event.resultInformation?.subCode });
    response.writeHead(200).end();
    for (const wake of waiting.splice(0)) wake();
  } catch (error) {
    show({ error: `callback: ${error.message}` });
    response.writeHead(401).end();
    process.exitCode = 1;
  }
}

async function event(kind, operationContext) {
  const deadline = Date.now() + patienceMs;
  while (true) {
    const found = events.find((e) => e.kind === kind && (operationContext === undefined || e.operationContext === operationContext));
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${kind} did not come`);
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, 250);
      waiting.push(() => { clearTimeout(timer); resolve(); });
    });
  }
}

async function control(method, path, body) {
  const response = await fetch(`${controlAddress}/phones/${encodeURIComponent(phone)}${path}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!response.ok) throw new Error(`control ${path}: HTTP ${response.status} ${await response.text()}`);
  return response.json();
}

const server = createServer(receive);
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const callbackUri = `http://127.0.0.1:${server.address().port}/callbacks?secret=kept`;

try {
  await control("PUT", "", { onRing: "answer", afterSeconds: 0.2 });
  const client = new CallAutomationClient(connectionString, { allowInsecureConnection: true });
  const created = await client.createCall(
    { targetParticipant: { phoneNumber: phone }, sourceCallIdNumber: { phoneNumber: appNumber } },
    callbackUri,
    { operationContext: "create", callIntelligenceOptions: { cognitiveServicesEndpoint: "https://ai.example/" } },
  );
  const id = created.callConnectionProperties.callConnectionId;
  show({ created: id, state: created.callConnectionProperties.callConnectionState });
  const connected = await event("CallConnected", "create");
  if (connected.callConnectionId !== id) throw new Error("CallConnected names another connection");

  const call = client.getCallConnection(id);
  const properties = await call.getCallConnectionProperties();
  show({ state: properties.callConnectionState, serverCallId: typeof properties.serverCallId });
  const { values } = await call.listParticipants();
  show({ participants: values.length });

  const media = call.getCallMedia();
  await media.playToAll([{ kind: "textSource", text: "Hello." }], { operationContext: "hello" });
  await event("PlayStarted", "hello");
  await event("PlayCompleted", "hello");

  await media.startRecognizing({ phoneNumber: phone }, {
    kind: "callMediaRecognizeDtmfOptions",
    maxTonesToCollect: 1,
    interruptPrompt: true,
    playPrompt: { kind: "textSource", text: "Please press one." },
    operationContext: "ask",
  });
  await event("PlayStarted", "ask");
  await control("POST", "/press", { tones: "1" });
  const recognized = await event("RecognizeCompleted", "ask");
  show({ tones: recognized.dtmfResult.tones });

  await call.hangUp(true);
  await event("CallDisconnected", "create");
  const heard = await control("GET", "/heard");
  show({ heard: heard.map((prompt) => prompt.words), interrupted: heard.map((prompt) => prompt.interrupted) });
} catch (error) {
  show({ error: error.message, code: error.code, status: error.statusCode });
  process.exitCode = 1;
} finally {
  server.closeAllConnections();
  server.close();
}
