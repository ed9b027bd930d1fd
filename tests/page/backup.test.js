// A backup carries everything to another computer, key included; a damaged one restores nothing.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { payloadOf } from '../harness/forge.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { answerNone, openQuestion, registerIncident, saved, sign, year } from '../pages/clerk.js';
import { folder } from '../pages/office.js';
import { setUp } from '../pages/setup.js';

const UNIT = '通史嘎查村委员会';
const REMARK = '备份之前写下的备注。';
const step = steps();
const header = (file) => JSON.parse(Buffer.from(JSON.parse(file.bytes).protected, 'base64url'));

let server;
let home;
let clerk;
let away;
let other;
let first;
let backup;
before(async () => {
  server = await serve();
  home = await Browser.open();
  clerk = new Screen(await home.page(server.url));
});
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

/** Everything but the settings, which belong to a computer, not to the data. */
const data = async (screen) => {
  const { settings, ...tables } = (await dump(screen.page)).tables;
  return tables;
};

const offer = async (screen, paths) => (await screen.find('file', '选择备份文件')).uploadFile(...paths);

step('work worth keeping is backed up, and the backup is handed out', async () => {
  await setUp(clerk, { unit: UNIT });
  await answerNone(clerk, year(), 'village.1');
  await registerIncident(clerk, year(), 'village.5', `${year()}-01-05`);
  await openQuestion(clerk, year(), 'village.2');
  await clerk.fill('备注', REMARK);
  await saved(clerk);
  first = await home.download(() => sign(clerk, year()));
  await clerk.go('#/data');
  backup = await home.download(() => clerk.click('button', '立即备份'));
  await clerk.see('备份已核验');
  assert.match(backup.name, /^村评备份_.*\.json$/);
});

step('a damaged backup restores nothing and says why', async () => {
  away = await Browser.open();
  other = new Screen(await away.page(`${server.url}#/data`));
  await other.see('从备份恢复');
  const text = backup.bytes.toString();
  const before = await data(other);
  for (const [name, bytes, words] of [
    ['half.json', text.slice(0, text.length / 2), '备份不完整'],
    ['changed.json', text.replace(REMARK, '后来改写的备注。xx'), '备份被改动过'],
    ['report.json', first.bytes, '这不是备份文件'],
    ['letter.json', '你好', '没有恢复任何内容'],
  ]) {
    await offer(other, await folder({ [name]: bytes }));
    await other.see(words);
    await other.see(/没有恢复任何内容|请选择以“村评备份”开头的文件/);
    assert.deepEqual(await data(other), before, name);
  }
});

step('the whole one brings everything to a clean profile', async () => {
  await offer(other, [backup.path]);
  await other.see('备份里的工作单位');
  await other.see(UNIT);
  await other.click('button', /^恢复$/);
  await other.see('恢复完成');
  assert.deepEqual(await data(other), await data(clerk));
  await other.go(`#/tasks/${year()}/village.2`);
  await other.find('textbox', '备注');
  assert.equal(await other.value('备注'), REMARK);
  await other.go(`#/tasks/${year()}/village.5`);
  await other.see('已登记的案事件');
  await other.go('#/history');
  await other.see('第 1 次');
});

step('what is signed there follows on, under the same key', async () => {
  await answerNone(other, year(), 'village.3');
  const second = await away.download(() => sign(other, year()));
  assert.equal(header(second).kid, header(first).kid);
  const payload = payloadOf(second.bytes.toString());
  assert.equal(payload.sequence, 2);
  assert.ok(payload.supersedes);
});

step('nothing stood on any console', () => {
  home.quiet();
  away.quiet();
});
