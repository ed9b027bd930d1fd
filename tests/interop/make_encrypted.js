// Writes the vectors of encrypted files into core/tests/encrypted, with the age library of another language. Reads none.
//
// age draws a new file key and a new ephemeral key each time, so the files are made once and kept: only those that are not there
// are written. To make one anew, remove it first: `node interop/make_encrypted.js`.
import * as age from 'age-encryption';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/settings.js';
import { vectors } from './vectors.js';

const folder = join(root, 'core/tests/encrypted');
/** That of a seed of 32 bytes 07, as docs/bundle-format.md derives it; the other is nobody's. */
const IDENTITY = 'AGE-SECRET-KEY-1JXSW5388JMVLDZ7457CGQYCAQ5SEXYKEV0HDGY73K3T5Z0EJNHSQ7JDA67';
const OWN = 'age1dy8srwl30fddytarc92lyctrn3rwndd7xfua3p3ce8mcq905e99qfzxj6q';
const OTHER = await age.identityToRecipient(await age.generateIdentity());

const bundle = (name) => vectors.find((it) => it.name === `${name}.txt`).bytes;
const armored = (bytes) => Buffer.from(age.armor.encode(bytes));

/** A binary file with this content for some recipients. */
async function encrypted(content, ...recipients) {
  const encrypter = new age.Encrypter();
  recipients.forEach((it) => encrypter.addRecipient(it));
  return Buffer.from(await encrypter.encrypt(content));
}

async function locked(content) {
  const encrypter = new age.Encrypter();
  encrypter.setScryptWorkFactor(10);
  encrypter.setPassphrase('正确的马电池订书钉');
  return Buffer.from(await encrypter.encrypt(content));
}

/** The same bytes with one bit of one byte changed, counted from the end where it is below zero. */
function flipped(bytes, at) {
  const other = Buffer.from(bytes);
  other[at < 0 ? other.length + at : at] ^= 1;
  return other;
}

/** The same bytes with one letter of base64 on the line after the one that begins so changed: still base64. */
function changed(bytes, line) {
  const at = bytes.indexOf(line) + line.length + 5;
  const other = Buffer.from(bytes);
  other[at] = other[at] === 0x41 ? 0x42 : 0x41;
  return other;
}

const one = bundle('good-complete');
const two = Buffer.concat([one, Buffer.from('\n'), bundle('chain-supersedes')]);
const good = await encrypted(one, OWN);
const text = armored(good).toString('utf8');
const lines = text.trimEnd().split('\n');
const opens = { expect: 'opened', holds: 'good-complete.txt' };
const damaged = { expect: 'damaged' };
/** Refused here, for a reason that is no matter of the ordinary tool. */
const elsewhere = { elsewhere: 'opened' };
const other = { expect: 'other-key' };
const inside = (code) => ({ expect: 'opened', inside: code });

const all = {
  'good-armored': ['a file for this key, in armor', opens, text],
  'good-binary': ['the same, not armored', opens, good],
  'good-for-two': ['for another key, too', opens, armored(await encrypted(one, OTHER, OWN))],
  'good-two-bundles': [
    'two bundles, one a line',
    { ...opens, holds: 'good-complete.txt chain-supersedes.txt' },
    armored(await encrypted(two, OWN)),
  ],
  'good-crlf': ['line breaks as another system writes them', opens, text.replaceAll('\n', '\r\n')],
  'good-byte-order-mark': ['a byte order mark and an empty line before it', { ...opens, elsewhere: 'refused' }, `\ufeff\n${text}`],
  'other-recipient': ['for another key only', other, armored(await encrypted(one, OTHER))],
  'other-recipient-binary': ['for another key only, not armored', other, await encrypted(one, OTHER)],
  'share-changed': ['the ephemeral share is another', other, changed(good, '-> X25519 ')],
  'under-passphrase': ['under a passphrase, as a backup is', { expect: 'passphrase' }, armored(await locked(one))],
  'newer-version': ['a version of age that is not there yet', { expect: 'unknown-format' }, Buffer.from(good.toString('latin1').replace('/v1\n', '/v2\n'), 'latin1')],
  'header-cut': ['cut within the header', damaged, good.subarray(0, 60)],
  'content-missing': ['cut after the header and its nonce', damaged, good.subarray(0, good.indexOf('\n---') + 64)],
  'content-cut': ['the last 20 bytes are gone', damaged, good.subarray(0, -20)],
  'armor-cut': ['armor cut in its middle', damaged, lines.slice(0, 20).join('\n')],
  'armor-not-base64': ['armor with a character that is none of base64', damaged, [...lines.slice(0, 5), `!${lines[5].slice(1)}`, ...lines.slice(6)].join('\n')],
  'mac-changed': ['the header’s authentication code is another', damaged, changed(good, '\n---')],
  'content-flipped': ['one bit of the content is another', damaged, flipped(good, -100)],
  'last-byte-flipped': ['one bit of the last byte is another', damaged, flipped(good, -1)],
  'nonce-flipped': ['one bit of the nonce is another', damaged, flipped(good, good.indexOf('\n---') + 50)],
  'trailing-bytes': ['bytes after the end', damaged, Buffer.concat([good, Buffer.from('more')])],
  'not-text': ['content that is no text', { ...damaged, ...elsewhere }, await encrypted(Buffer.from([0xff, 0xfe, 0x00, 0x80]), OWN)],
  'something-else': ['content that has nothing to do with the format', inside('not-json'), armored(await encrypted('买菜：豆腐、白菜。', OWN))],
  'nothing-inside': ['no content at all', inside('empty'), armored(await encrypted('', OWN))],
  'bad-bundle-inside': ['a bundle that was changed after signing', inside('signature'), armored(await encrypted(bundle('payload-byte-flipped'), OWN))],
  'encrypted-twice': ['an encrypted file within an encrypted file', inside('encrypted'), armored(await encrypted(text, OWN))],
};

mkdirSync(folder, { recursive: true });
for (const [name, [about, expect, bytes]] of Object.entries(all)) {
  const path = join(folder, `${name}.txt`);
  if (existsSync(path)) continue;
  const header = Object.entries({ about, ...expect, identity: IDENTITY }).map(([key, value]) => `${key}: ${value}\n`);
  writeFileSync(path, Buffer.concat([Buffer.from(`${header.join('')}\n`), Buffer.from(bytes)]));
}
