// Checks the bearer token of a callback against the published metadata and keys, with nothing but Node.
import { createPublicKey, verify } from "node:crypto";

const part = (text) => JSON.parse(Buffer.from(text, "base64url"));
const fetched = new Map();

// Once for all tokens: the emulator keeps its key for as long as it runs.
const get = (address) => {
  if (!fetched.has(address)) fetched.set(address, fetch(address).then((answer) => answer.json()));
  return fetched.get(address);
};

const secondsIn = (claims) => claims.exp - claims.iat;

/** The token's claims. Throws when anything about it is wrong. */
export const readToken = async (authorization, { metadata, audience }, lifetimeSeconds = 300) => {
  if (!authorization?.startsWith("Bearer ")) throw new Error("there is no bearer token");
  const [head, body, signature] = authorization.slice("Bearer ".length).split(".");
  const { kid, alg } = part(head);
  const { issuer, jwks_uri: keysAddress } = await get(metadata);
  const { keys } = await get(keysAddress);
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk || alg !== "RS256") throw new Error("the token is signed by an unknown key");
  const key = createPublicKey({ key: jwk, format: "jwk" });
  if (!verify("RSA-SHA256", Buffer.from(`${head}.${body}`), key, Buffer.from(signature, "base64url")))
    throw new Error("the token's signature is wrong");
  const claims = part(body);
  const now = Date.now() / 1000;
  if (claims.iss !== issuer) throw new Error(`the token's issuer is ${claims.iss}`);
  if (claims.aud !== audience) throw new Error(`the token's audience is ${claims.aud}`);
  if (secondsIn(claims) !== lifetimeSeconds) throw new Error(`the token lives for ${secondsIn(claims)} s instead of ${lifetimeSeconds}`);
  if (claims.nbf > now + 1 || claims.exp < now) throw new Error("the token isn't valid now");
  return claims;
};
