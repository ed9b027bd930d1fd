// The document's four forms on paper, filled and blank: A4, one page each, its words to the letter as poppler reads them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opening } from '../harness/people.js';
import { paper } from '../harness/picture.js';
import { openQuestion, saved, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

/** The headings of the annexes and the words below them, as the document prints them. */
const FORMS = {
  1: ['附件1', '“八无”苏木镇创建目标完成情况统计表', '注：此表由责任单位与上级监控单位对接后每季度向旗平安办报送，全面掌握相关情况。'],
  2: ['附件2', '“八无”嘎查村（社区）创建目标完成情况统计表', '注：此表由各嘎查村（社区）与监控单位对接后每季度向苏木镇平安办报送，苏木镇平安办将汇总情况报送旗平安办备案。'],
  3: ['附件3', '“八无”苏木镇认定表', '注：该表年底时由苏木镇与监控单位对接后上报旗平安办进行审核认定。', '旗平安办审核意见'],
  4: ['附件4', '“八无”嘎查村认定表', '注：该表年底时由嘎查村（社区）与监控单位对接后上报苏木镇平安办进行审核认定，并报旗平安办备案。', '苏木镇平安办审核意见'],
};
const REMARK = '已核对台账与警情';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
});

/** Prints a form and reads it back; the text without any white space, as cells break lines where they like. */
async function printed(id, period) {
  await screen.go(period ? `#/form/${id}/${period}` : `#/form/${id}`);
  await screen.see(FORMS[id][1]);
  // The form is one page as the document prints it; the program's readings follow where they are asked for, on a page
  // of their own.
  const alone = await paper(screen.page, `form-${id}-${period ? 'filled' : 'blank'}-alone`);
  assert.equal(alone.pages, 1, `form ${id} alone takes ${alone.pages} pages`);
  await screen.click('checkbox', '连同解读页一起打印');
  await screen.see('本软件的解读');
  const { text, pages, width, height } = await paper(screen.page, `form-${id}-${period ? 'filled' : 'blank'}`);
  assert.equal(pages, 2, `form ${id} takes ${pages} pages`);
  const [form, readings] = text.split('\f');
  assert.ok(!form.includes('解读') && readings.includes('本软件的解读'), text);
  assert.deepEqual([Math.min(width, height), Math.max(width, height)].map(Math.round), [595, 842], `form ${id} is A4`);
  const plain = form.replace(/\s+/g, '');
  for (const words of FORMS[id]) assert.ok(plain.includes(words), `form ${id} reads “${words}”:\n${form}`);
  return plain;
}

for (const [role, unit, rule, own, others] of [
  ['村干部', '通史嘎查村委员会', 'village.1', ['2', '4'], ['1', '3']],
  ['收集汇总', '苏力德苏木', 'township.1', ['1', '3'], ['2', '4']],
]) {
  test(`the forms of ${unit}, blank and filled`, async () => {
    await setUp(screen, { role, unit });
    const period = year();
    await openQuestion(screen, period, rule);
    await screen.fill('备注', REMARK);
    await saved(screen);
    for (const id of [...own, ...others]) assert.ok(!(await printed(id)).includes(REMARK), `form ${id} is blank`);
    const filled = await printed(own[0], period);
    assert.ok(filled.includes(unit) && filled.includes(REMARK), filled);
    await printed(own[1], period);
    browser.quiet();
  });
}
