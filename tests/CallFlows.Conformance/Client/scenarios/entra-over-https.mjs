// Signs in with tokens of Entra ID over https, and with the key there; a token for somebody else's service is refused.
export const emulator = "https";

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A credential whose tokens have the claims that Entra ID gives, and a signature of nobody. */
class StaticCredential {
  #claims;
  scopes = new Set();

  constructor(claims = {}) {
    this.#claims = claims;
  }

  async getToken(scopes) {
    for (const scope of [scopes].flat()) this.scopes.add(scope);
    const expiresOnTimestamp = Date.now() + 3_600_000;
    const claims = { aud: "https://communication.azure.com", exp: Math.floor(expiresOnTimestamp / 1000), ...this.#claims };
    return { token: `${encode({ alg: "RS256", typ: "JWT" })}.${encode(claims)}.c2lnbmF0dXJl`, expiresOnTimestamp };
  }
}

export default async (s) => {
  const { endpoint, connectionString } = s.emulator.https;
  const secure = { allowInsecureConnection: false };
  const credential = new StaticCredential();
  const phone = s.phone(1);
  await phone.answers();
  const callAndHangUp = async (client, label) => {
    const { callConnection } = await client.createCall(
      { targetParticipant: phone.identifier, sourceCallIdNumber: { phoneNumber: s.number(0) } }, s.callbackUri(label), { operationContext: label });
    await s.event("CallConnected", { at: label, operationContext: label });
    s.check(`${label}: the call is connected`, (await callConnection.getCallConnectionProperties()).callConnectionState, "connected");
    await callConnection.hangUp(true);
    await s.event("CallDisconnected", { at: label, operationContext: label });
  };

  await callAndHangUp(s.newClient(secure, endpoint, credential), "credential");
  s.check("the client asked for a token of Call Automation", [...credential.scopes].map((scope) => scope.replace("//.default", "/.default")),
    ["https://communication.azure.com/.default"]);
  await callAndHangUp(s.newClient(secure, connectionString), "key");
  const stranger = s.newClient(secure, endpoint, new StaticCredential({ aud: "https://graph.microsoft.com" }));
  await s.refuses("a token for another service", stranger.getCallConnection("0").getCallConnectionProperties(), { statusCode: 401, code: "7501" });
};
