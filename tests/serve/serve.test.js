// The page as the binary hands it out: policy, types, caching, forms. How the server behaves otherwise, cli/tests knows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ask } from '../harness/http.js';
import { serve } from '../harness/server.js';
import { folder } from '../harness/settings.js';

let server;
let page;
before(async () => {
  server = await serve();
  page = await ask(server.url, '/');
});
after(() => server.stop());

/** Every file that the page and its loaders name. */
async function files() {
  const named = /[\w./-]+-[0-9a-f]{16}(?:_bg)?\.\w+|[\w-]+\.(?:js|css|svg|wasm|webmanifest)/g;
  const found = new Set();
  const waiting = [page.body.toString()];
  while (waiting.length) {
    for (const [match] of waiting.pop().matchAll(named)) {
      const path = `/${match.replace(/^[./]+/, '')}`;
      if (found.has(path)) continue;
      found.add(path);
      if (path.endsWith('loader.js') || /loader-/.test(path)) waiting.push((await ask(server.url, path)).body.toString());
    }
  }
  return [...found];
}

test('the page comes under the strict policy and is never kept unasked', () => {
  assert.equal(page.status, 200);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  assert.equal(page.headers['referrer-policy'], 'no-referrer');
  const policy = page.headers['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.doesNotMatch(policy, /'unsafe-eval'|unsafe-inline|https?:|\*/);
  assert.match(policy, /frame-ancestors 'none'/);
});

test('every file that the page names is there, in every form, with its type, policy and cache', async () => {
  const types = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', wasm: 'application/wasm', webmanifest: 'application/manifest+json' };
  const all = await files();
  for (const ending of Object.keys(types)) assert.ok(all.some((path) => path.endsWith(`.${ending}`)), `a .${ending} among ${all}`);
  for (const path of all) {
    const plain = await ask(server.url, path);
    assert.equal(plain.status, 200, path);
    assert.ok(plain.headers['content-type'].startsWith(types[path.split('.').pop()]), `${path}: ${plain.headers['content-type']}`);
    assert.match(plain.headers['cache-control'], /max-age=31536000, immutable/, path);
    assert.equal(plain.headers['content-security-policy'], page.headers['content-security-policy'], path);
    assert.equal(plain.headers['content-length'], String(plain.body.length), path);
    if (folder) continue; // A page in the making is not compressed.
    const brotli = await ask(server.url, path, { headers: { 'accept-encoding': 'gzip, br' } });
    if (brotli.headers['content-encoding'] === 'br') assert.deepEqual(brotliDecompressSync(brotli.body), plain.body, path);
    else assert.ok(plain.body.length < 1024, `${path} has no brotli form`);
    const gzip = await ask(server.url, path, { headers: { 'accept-encoding': 'gzip' } });
    if (gzip.headers['content-encoding'] === 'gzip') assert.deepEqual(gunzipSync(gzip.body), plain.body, path);
  }
});

