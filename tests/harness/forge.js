// Writes bundles, good and bad, with somebody else's library. Knows the format from docs/bundle-format.md only.
import { calculateJwkThumbprint, exportJWK, FlattenedSign, generateKeyPair } from 'jose';

const bytes = (text) => new TextEncoder().encode(text);
export const base64url = (text) => Buffer.from(text).toString('base64url');

/** RFC 8785 for what the format holds: objects, lists, strings, integers, booleans. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(',')}}`;
}

/** A new signing key with its public half and thumbprint. */
export async function newKey() {
  const { publicKey, privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { crv, kty, x } = await exportJWK(publicKey);
  const jwk = { crv, kty, x };
  return { privateKey, jwk, kid: await calculateJwkThumbprint(jwk) };
}

/** A bundle's text. `header` adds to or replaces what the header holds; a payload that is text is signed as it is. */
export async function seal(payload, key, header = {}) {
  const text = typeof payload === 'string' ? payload : canonical(payload);
  const whole = { alg: 'EdDSA', jwk: key.jwk, kid: key.kid, typ: 'vnd.cunping.assessment.v1+json', ...header };
  const signed = await new FlattenedSign(bytes(text)).setProtectedHeader(whole).sign(key.privateKey);
  return canonical(signed);
}

/** The payload of a bundle's text, unchecked. */
export const payloadOf = (text) => JSON.parse(Buffer.from(JSON.parse(text).payload, 'base64url').toString());

/** The same text with one character of its payload changed: still base64url, no longer what was signed. */
export function flipped(text) {
  const at = text.indexOf('"payload":"') + 60;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}
