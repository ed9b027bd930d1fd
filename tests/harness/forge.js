// Writes bundles, good and bad, with somebody else's library. Knows the format from docs/bundle-format.md only.
import { createHash, createPrivateKey, createPublicKey, sign as signBytes } from 'node:crypto';
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
export async function signBundle(payload, key, header = {}) {
  const text = typeof payload === 'string' ? payload : canonical(payload);
  const whole = { alg: 'Ed25519', jwk: key.jwk, kid: key.kid, typ: 'vnd.cunping.assessment.v1+json', ...header };
  const signed = await new FlattenedSign(bytes(text)).setProtectedHeader(whole).sign(key.privateKey);
  return canonical(signed);
}

/** A payload signed as the kind that it says it is. */
export const signed = (payload, key) => signBundle(payload, key, { typ: `vnd.cunping.${payload.kind}.v1+json` });

/** The payload of a bundle's text, unchecked. */
export const payloadOf = (text) => JSON.parse(Buffer.from(JSON.parse(text).payload, 'base64url').toString());

/** The digest of a bundle's text: that of its signing input. */
export function digestOf(text) {
  const { payload, protected: header } = JSON.parse(text);
  return createHash('sha256').update(`${header}.${payload}`).digest('hex');
}

/** The same text with one character of its payload changed: still base64url, no longer what was signed. */
export function flipped(text) {
  const at = text.indexOf('"payload":"') + 60;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

/** The signing key of a seed, 32 bytes in hex: what whoever copied a profile has. */
export async function keyOfSeed(hex) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(hex, 'hex')]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { crv, kty, x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const jwk = { crv, kty, x };
  return { privateKey, jwk, kid: await calculateJwkThumbprint(jwk) };
}

/** An old key's word for a new one of the same party, as the member `rotates` of an enrolment. */
export function vouches(old, next, { unit, office = '' }) {
  const message = `cunping rotation v1\n${old.kid}\n${next.kid}\n${unit}\n${office}\n`;
  return { jwk: old.jwk, signature: signBytes(null, Buffer.from(message), old.privateKey).toString('base64url') };
}
