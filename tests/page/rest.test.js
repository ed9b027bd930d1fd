// “Agree with all the rest” of a monitoring unit: by key only while nothing has the focus; says what it did, and can be undone.
import assert from 'node:assert/strict';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { monitor, objects, take } from '../pages/offices.js';
import { folder, PAST, report, UNITS } from '../pages/reports.js';

const [UNIT] = UNITS;
const WHY = '5月1日立案一起，材料里没有写。';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
  await monitor(screen);
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'one.json': await report(UNIT) }));
  await screen.see('已选 0 项，共 5 项');
});

const step = steps();
const focus = (at) => screen.run((at) => document.querySelector(at).focus(), at);

step('the key does nothing while a choice, a link or anything else has the focus', async () => {
  for (const at of ['main input[type="radio"]', 'main summary', 'main a[href]', 'main button']) {
    await focus(at);
    assert.notEqual(await screen.run(() => document.activeElement.tagName), 'BODY', at);
    await screen.page.keyboard.press('a');
    await screen.settled();
    assert.ok((await screen.text()).includes('已选 0 项，共 5 项'), at);
  }
});

step('with the focus nowhere it agrees with the rest, says with what, and is undone', async () => {
  await objects(screen, UNIT.code, 'village.2', WHY);
  await screen.run(() => document.activeElement.blur());
  await screen.page.keyboard.press('a');
  await screen.see('没有选过的 4 项，已选“同意”');
  await screen.see('已选 5 项，共 5 项');
  const lines = await screen.run(() => [...document.querySelectorAll('.done-note li')].map((it) => it.textContent));
  assert.equal(lines.length, 1);
  assert.ok(lines[0].startsWith(UNIT.name) && !lines[0].includes('无刑事案件。') && lines[0].includes('无电信网络诈骗案件发生。'), lines[0]);
  await screen.click('button', '撤销');
  await screen.see('已选 1 项，共 5 项');
  await screen.gone('没有选过的');
  assert.equal(await screen.run((id) => document.getElementById(id).value, `why-${UNIT.code}-village.2`), WHY);
});

step('so is the button, and what was changed since stays', async () => {
  await screen.click('button', '其余都同意');
  await screen.see('没有选过的 4 项，已选“同意”');
  await objects(screen, UNIT.code, 'village.5', WHY);
  await screen.see('没有选过的 3 项，已选“同意”');
  await screen.click('button', '撤销');
  await screen.see('已选 2 项，共 5 项');
});

step('nothing undoes what is signed', async () => {
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await screen.see('同意 3 项，有异议 2 项');
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
  await screen.gone('没有选过的');
  assert.deepEqual((await screen.names('button')).filter((name) => name === '撤销'), []);
  browser.quiet();
});
