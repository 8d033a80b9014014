// Runs the official Call Automation client with a token credential against an emulator over https: calls a phone and hangs up. The same client
// is also run with a connection string. Prints one JSON line for each thing seen; exits with 1 when something doesn't work.
// The process must trust the emulator's certificate (NODE_EXTRA_CA_CERTS).
// Reads from standard input: { "endpoint", "connectionString", "control" }, all https.
import { text } from "node:stream/consumers";
import { CallAutomationClient } from "@azure/communication-call-automation";

const { endpoint, connectionString, control } = JSON.parse(await text(process.stdin));
const show = (line) => console.log(JSON.stringify(line));
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A credential whose tokens have the claims that Entra ID gives, and a signature of nobody. */
class StaticCredential {
  scopes = new Set();

  constructor(claims) {
    this.claims = claims;
  }

  async getToken(scopes) {
    for (const scope of [scopes].flat()) this.scopes.add(scope);
    const expiresOnTimestamp = Date.now() + 3_600_000;
    const claims = { aud: "https://communication.azure.com", exp: Math.floor(expiresOnTimestamp / 1000), ...this.claims };
    return { token: `${encode({ alg: "RS256", typ: "JWT" })}.${encode(claims)}.c2lnbmF0dXJl`, expiresOnTimestamp };
  }
}

async function callAndHangUp(client, name) {
  const created = await client.createCall(
    { targetParticipant: { phoneNumber: "+15551230001" }, sourceCallIdNumber: { phoneNumber: "+18005550100" } },
    "http://127.0.0.1:1/callbacks",
  );
  const call = client.getCallConnection(created.callConnectionProperties.callConnectionId);
  const properties = await call.getCallConnectionProperties();
  await call.hangUp(true);
  show({ client: name, state: properties.callConnectionState });
}

try {
  const credential = new StaticCredential({});
  await callAndHangUp(new CallAutomationClient(endpoint, credential), "credential");
  show({ scopes: [...credential.scopes] });
  await callAndHangUp(new CallAutomationClient(connectionString), "connectionString");
  const wrong = new CallAutomationClient(endpoint, new StaticCredential({ aud: "https://graph.microsoft.com" }));
  try {
    await callAndHangUp(wrong, "wrong audience");
  } catch (error) {
    show({ refused: error.statusCode, code: error.code, message: error.message });
  }

  const status = await (await fetch(control)).json();
  show({ https: status.https });
} catch (error) {
  show({ error: error.message, code: error.code, status: error.statusCode });
  process.exitCode = 1;
}
