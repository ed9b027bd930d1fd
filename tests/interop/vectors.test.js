// The format's vectors, good and bad, through the binary, other people's libraries, the schema and the page's worker.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { cunping } from '../harness/binary.js';
import { Browser } from '../harness/browser.js';
import { ask } from '../harness/worker.js';
import { canonical } from '../harness/forge.js';
import { serve } from '../harness/server.js';
import { needs, pythons, root } from '../harness/settings.js';
import { readWithJose, readWithPython, schema } from './readers.js';
import { asFiles, vectors } from './vectors.js';

const opened = vectors.filter(({ header }) => header.expect === 'opened');
const refused = vectors.filter(({ header }) => header.expect !== 'opened');
/** What any JOSE library must refuse as well; the rest is this format's own strictness. */
const JOSE_REFUSES = new Set(['signature', 'algorithm', 'key-mismatch']);

test('there are vectors, most of them bad', () => {
  assert.ok(opened.length >= 8, String(opened.length));
  assert.ok(refused.length > opened.length);
});

test('the binary opens and refuses them as they say', async () => {
  const { paths, remove } = asFiles(vectors);
  const { code, out } = await cunping(['verify', '--json', ...paths]);
  remove();
  assert.equal(code, 3);
  const lines = out.toString().trim().split('\n').map((line) => JSON.parse(line));
  const good = opened.find(({ name }) => name === 'good-complete.txt').header.digest;
  for (const [at, { name, header }] of vectors.entries()) {
    // A second bundle in a file has its number behind the name.
    const found = lines.filter(({ file }) => file === paths[at] || file.startsWith(`${paths[at]}:`));
    assert.ok(found.length, name);
    // What stands around a bundle, or a second one, is no reason to refuse it there.
    if (header.layer === 'file' && header.expect !== 'opened' && found.every(({ digest }) => digest === good)) continue;
    assert.equal(found.length, 1, name);
    if (header.expect === 'opened') assert.equal(found[0].digest, header.digest, name);
    else assert.deepEqual([found[0].problem, found[0].holds], [header.expect, false], name);
  }
});

test('one good file ends with 0, one bad one with 3, none at all with 1', async () => {
  for (const [some, expected] of [[opened.filter(({ name }) => name === 'good-complete.txt'), 0], [refused.slice(0, 1), 3]]) {
    const { paths, remove } = asFiles(some);
    const { code, out, err } = await cunping(['verify', ...paths]);
    remove();
    assert.equal(code, expected, err + out);
  }
  assert.equal((await cunping(['verify'])).code, 1);
  assert.equal((await cunping(['verify', '/nowhere/at/all.json'])).code, 1);
});

test('jose verifies what opens, and the digest is that of the signing input', async () => {
  for (const { name, header, bytes } of opened) {
    const { payload } = await readWithJose(bytes.toString());
    assert.equal(canonical(JSON.parse(payload)), payload, name);
    const jws = JSON.parse(bytes);
    const digest = createHash('sha256').update(`${jws.protected}.${jws.payload}`).digest('hex');
    assert.equal(digest, header.digest, name);
  }
});

for (const [library, { path, variable }] of Object.entries(pythons)) {
  test(`${library} reads the same payloads`, needs(path, variable), async () => {
    const { paths, remove } = asFiles(opened);
    const answers = readWithPython(library, paths);
    remove();
    for (const [at, { name, bytes }] of opened.entries()) {
      assert.equal(answers[at].payload, (await readWithJose(bytes.toString())).payload, name);
    }
  });

  test(`what JOSE can see is refused by jose and by ${library} too`, needs(path, variable), async () => {
    const some = refused.filter(({ header }) => JOSE_REFUSES.has(header.expect) && header.elsewhere !== 'accepted');
    assert.ok(some.length >= 5);
    const { paths, remove } = asFiles(some);
    const answers = readWithPython(library, paths);
    remove();
    for (const [at, { name, bytes }] of some.entries()) {
      await assert.rejects(() => readWithJose(bytes.toString()), name);
      assert.ok(answers[at].error, `${library} takes ${name}`);
    }
  });
}

test('the schemas hold for what opens and fail where a file, a header or a payload has another form', async () => {
  const [envelope, header] = await Promise.all(['jws-envelope', 'jws-header'].map((name) => schema(`${name}.schema.json`)));
  const kinds = new Set(opened.map(({ header: { kind } }) => kind));
  assert.equal(kinds.size, 9, [...kinds].join());
  const valid = Object.fromEntries(
    await Promise.all([...kinds].map(async (kind) => [kind, await schema(`${kind}-v1.schema.json`)])),
  );
  for (const { name, header: { kind }, bytes } of opened) {
    const jws = JSON.parse(bytes);
    for (const [check, value] of [[envelope, jws], [header, decoded(jws.protected)], [valid[kind], decoded(jws.payload)]]) {
      assert.ok(check(value), `${name}: ${JSON.stringify(check.errors)}`);
    }
  }
  const form = new Set(['missing-field', 'unknown-field', 'not-a-text', 'empty-text', 'not-an-object', 'unknown-word', 'not-a-fraction']);
  const misshapen = refused.filter(({ header }) => form.has(header.expect));
  assert.ok(misshapen.length >= 8);
  const of = {
    file: (jws) => envelope(jws),
    header: (jws) => header(decoded(jws.protected)),
    payload: (jws) => valid[/cunping\.(\w+)\.v1/.exec(decoded(jws.protected).typ)[1]](decoded(jws.payload)),
  };
  for (const { name, header: { layer }, bytes } of misshapen) assert.ok(!of[layer](JSON.parse(bytes)), `a schema takes ${name}`);
});

const decoded = (text) => JSON.parse(Buffer.from(text, 'base64url').toString());

describe('the page’s worker', () => {
  let server;
  let browser;
  let page;
  before(async () => {
    server = await serve();
    browser = await Browser.open();
    page = await browser.page(server.url);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  const text = ({ bytes }) => bytes.toString();
  const named = new Set(vectors.map(({ header }) => header.overlays).filter(Boolean));
  const overlays = [...named].map((path) => readFileSync(join(root, 'packs', path), 'utf8'));
  const word = (state) => (typeof state === 'string' ? state : Object.keys(state)[0]);

  test('opens the same ones in the same state', async () => {
    const some = opened.filter(({ header }) => header.kind === 'assessment');
    const items = await ask(page, some.map(text), overlays);
    assert.equal(items.length, some.length);
    for (const { body, outcome } of items) {
      const { name, header } = some[body];
      assert.ok(outcome.Ok?.assessment, `${name}: ${JSON.stringify(outcome)}`);
      const { seen, states } = outcome.Ok.assessment;
      assert.deepEqual(
        { digest: seen.digest, pack: word(states.pack), recompute: word(states.recompute), privacy: states.privacy, mix: states.mix },
        { digest: header.digest, pack: header.pack, recompute: header.recompute, privacy: header.privacy, mix: header.mix },
        name,
      );
    }
    browser.quiet();
  });

  // It looks for bundles in a text, so what stands around one, or a second one, is no reason to refuse it there.
  test('opens none of the bad ones', async () => {
    const good = new Set(opened.map(({ header }) => header.digest));
    for (const { body, outcome } of await ask(page, refused.map(text))) {
      const { name, header } = refused[body];
      const sheet = outcome.Ok?.assessment;
      if (header.layer === 'file' && sheet) assert.ok(good.has(sheet.seen.digest), name);
      else assert.ok(outcome.Err, `${name} was opened`);
    }
    browser.quiet();
  });
});
