// Bundles that other people's libraries sign, from docs/bundle-format.md alone: the binary takes them, the page imports them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { payload } from '../harness/assessment.js';
import { cunping } from '../harness/binary.js';
import { Browser } from '../harness/browser.js';
import { canonical, newKey, signBundle } from '../harness/forge.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { needs, pythons } from '../harness/settings.js';
import { about, facts, folder, PAST, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable } from '../pages/township.js';
import { runPython } from './readers.js';

/** Each library signs a payload of a kind: the text of a bundle. */
const writers = {
  jose: async (kind, value) => signBundle(value, await newKey(), { typ: `vnd.cunping.${kind}.v1+json` }),
  joserfc: async (kind, value) => runPython('joserfc', 'sign_with_joserfc.py', [kind], canonical(value))[0],
  jwcrypto: async (kind, value) => runPython('jwcrypto', 'sign_with_jwcrypto.py', [kind], canonical(value))[0],
};
const needed = (library) => (library === 'jose' ? {} : needs(pythons[library].path, pythons[library].variable));

const stated = { format: 1, software: 'others', stated_at: '2026-04-01T09:30:00+08:00' };
const village = { unit: UNITS[0].code };
const office = { office: 'safety-office', unit: '150626200000' };
const digest = '0123456789abcdef'.repeat(4);

/** A payload of each kind that needs no document to be read, as the documentation describes it. */
const plain = {
  enrolment: { ...stated, kind: 'enrolment', name: '示例一村', party: village, role: 'clerk' },
  receipt: {
    ...stated,
    answer: 'received',
    file: { digest, kind: 'assessment' },
    first_seen: '2026-04-02',
    kind: 'receipt',
    party: office,
    sequence: 1,
    unit: { ...UNITS[0], level: 'village' },
  },
};

for (const library of Object.keys(writers)) {
  for (const [kind, value] of Object.entries(plain)) {
    test(`the binary takes ${kind} signed by ${library}`, needed(library), async () => {
      const { code, out, err } = await cunping(['verify', '--json', '-'], { input: await writers[library](kind, value) });
      assert.equal(code, 0, `${err}${out}`);
      assert.equal(JSON.parse(out).kind, kind);
    });
  }
}

describe('the township’s page', () => {
  let server;
  let browser;
  before(async () => {
    server = await serve();
    browser = await Browser.open();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  for (const [at, library] of Object.keys(writers).entries()) {
    test(`imports an assessment signed by ${library}, as the binary takes it`, needed(library), async () => {
      const { code: unit, name } = UNITS[at];
      const value = await payload(facts(unit), about, { unit: { code: unit, level: 'village', name } });
      const text = await writers[library]('assessment', value);
      const { code, out, err } = await cunping(['verify', '--json', '-'], { input: text });
      assert.equal(code, 0, `${err}${out}`);
      const screen = new Screen(await browser.page(server.url));
      if (at === 0) await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
      await openTable(screen, PAST);
      await choose(screen, await folder({ '别人写的.json': text }));
      await imported(screen, 1, 0, 0);
      browser.quiet();
    });
  }
});
