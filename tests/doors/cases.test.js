// Every golden case through the binary and through the page's worker in a browser; core's own tests are the third door.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { claim, evaluatedTogether, payloadClaiming } from '../harness/assessment.js';
import { Browser } from '../harness/browser.js';
import { goldenCases } from '../harness/cases.js';
import { ask } from '../harness/worker.js';
import { newKey, signBundle } from '../harness/forge.js';
import { serve } from '../harness/server.js';

const cases = goldenCases();
/** Facts that no unit could send, such as a day outside the period: every door refuses them. */
const sendable = cases.filter(({ expect }) => !expect.refused);
const CODES = { qualified: 0, 'not-qualified': 2, vetoed: 2, barred: 2, open: 4, pending: 5, 'awaits-overlay': 5 };
const overlays = [...new Set(cases.flatMap((one) => one.overlays ?? []).map((it) => JSON.stringify(it)))];

/** The payload of a case that claims what the binary said. */
const claiming = (line, one) => payloadClaiming(line, one.facts, one);

/** The finding of every criterion, check and measure. */
const found = ({ findings }) => new Map(findings.flatMap(({ id, finding, checks }) => [[id, finding], ...checks.map((check) => [check.id, check.finding])]));

/** Places of cases that one run of the binary takes: evaluated alike, and of one verdict, so that its exit code is that of each. */
const runs = new Map();
sendable.forEach((one, at) => {
  const alike = JSON.stringify([one.pack, one.level, one.as_of, one.overlays, one.expect.verdict]);
  runs.set(alike, [...(runs.get(alike) ?? []), at]);
});

/** What the binary says of each case, and the exit codes of the runs. */
const lines = [];
const codes = [];
before(async () => {
  for (const run of runs.values()) {
    const said = await evaluatedTogether(run.map((at) => sendable[at].facts), sendable[run[0]]);
    codes.push(said.code);
    run.forEach((at, place) => (lines[at] = said.lines[place]));
  }
});

describe('the binary', () => {
  for (const [at, one] of sendable.entries()) {
    test(one.name, () => {
      const said = JSON.parse(lines[at]);
      const { verdict, provisional, otherwise, ...named } = one.expect;
      if (verdict !== undefined) assert.equal(said.verdict.verdict, verdict);
      if (provisional !== undefined) assert.equal(said.verdict.provisional, provisional);
      const all = found(said);
      for (const [id, finding] of Object.entries(named)) if (all.has(id)) assert.equal(all.get(id), finding, id);
      for (const { id, finding } of said.findings) if (!(id in named) && otherwise) assert.equal(finding, otherwise, id);
    });
  }

  for (const [number, run] of [...runs.values()].entries()) {
    const { name, expect } = sendable[run[0]];
    if (expect.verdict === undefined) continue;
    test(`ends with ${CODES[expect.verdict]} after ${run.length} that are ${expect.verdict}: ${name} …`, () => assert.equal(codes[number], CODES[expect.verdict]));
  }
});

describe('the page', () => {
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

  // A claim is read into findings and compared with the page's own; both are written by one canonical writer, so equal
  // findings are equal bytes. The journey test compares the bytes that the page itself writes.
  test('finds in every case what the binary found', async () => {
    const texts = await Promise.all(sendable.map(async (one, at) => signBundle(await claiming(lines[at], one), await newKey())));
    const items = await ask(page, texts, overlays);
    assert.equal(items.length, sendable.length);
    for (const { body, outcome } of items) {
      const sheet = outcome.Ok?.assessment;
      assert.ok(sheet, `${sendable[body].name}: ${JSON.stringify(outcome)}`);
      assert.equal(sheet.states.recompute, 'same', sendable[body].name);
    }
    browser.quiet();
  });

  test('finds the difference wherever the claim is another', async () => {
    const key = await newKey();
    const texts = await Promise.all(
      sendable.map(async (one, at) => {
        const true_ = await claiming(lines[at], one);
        const other = structuredClone(true_);
        const criterion = other.findings[at % other.findings.length];
        const check = criterion.checks[0];
        check.finding = check.finding === 'met' ? 'not-met' : 'met';
        assert.notEqual(claim(other), claim(true_));
        return signBundle(other, key);
      }),
    );
    for (const { body, outcome } of await ask(page, texts, overlays)) {
      assert.ok(outcome.Ok?.assessment?.states.recompute?.differs, `${sendable[body].name}: ${JSON.stringify(outcome)}`);
    }
  });
});
