// A backup is trust in whoever made it: before it is restored the page says whose keys would come into force, and waits.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump } from '../harness/database.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { enrolByNumber, introduce, openKeys } from '../pages/keys.js';
import { setUp } from '../pages/setup.js';

const UNIT = '通史嘎查村委员会';
const people = {};
opening(async (enter) => {
  for (const name of ['village', 'office', 'elsewhere']) people[name] = await enter();
});

const step = steps();
const records = async (screen) => (await dump(screen.page)).tables.directory.filter(([key]) => key.includes(' key ')).map(([, text]) => JSON.parse(text));
const restores = async (screen) => (await screen.find('button', /^恢复$/)).evaluate((it) => !it.disabled);
const choose = async (screen, path) => (await screen.find('file', '选择备份文件')).uploadFile(path);

let path;
step('an office enrols a key, backs up, and retires the key', async () => {
  const { village, office } = people;
  await setUp(village.screen, { unit: UNIT });
  await setUp(office.screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await enrolByNumber(office.screen, await introduce(village.screen));
  await office.screen.go('#/data');
  const backup = await office.browser.download(() => office.screen.click('button', '立即备份'));
  path = join(office.browser.downloads, 'backup.json');
  await writeFile(path, backup.bytes);
  await openKeys(office.screen);
  await office.screen.click('button', /^停用$/);
  await (await office.screen.nth('button', (await office.screen.names('button')).lastIndexOf('停用'))).click();
  await office.screen.until('the key to be retired', async () => (await records(office.screen)).every((it) => it.retired_on));
});

step('its own older backup says that the key would count again, and is not restored before that was looked at', async () => {
  const { screen } = people.office;
  await screen.go('#/data');
  await choose(screen, path);
  await screen.see('这样没有可以恢复的内容');
  await screen.click('radio', '换成备份里的');
  await screen.see('会生效的密钥');
  await screen.see(UNIT);
  await screen.see('起已停用');
  assert.equal(await restores(screen), false);
  assert.deepEqual(await look(screen, 'restore-returning'), []);
  await screen.click('radio', '保留这里的');
  await screen.gone('会生效的密钥');
  await screen.click('radio', '换成备份里的');
  await screen.click('checkbox', '看过了，照样恢复');
  assert.ok((await records(screen)).every((it) => it.retired_on), 'nothing is restored by looking');
  await screen.click('button', /^恢复$/);
  await screen.see('恢复完成');
  assert.ok((await records(screen)).every((it) => !it.retired_on));
});

step('where nothing is here, every key that it brings is named', async () => {
  const { browser, screen } = people.elsewhere;
  await screen.go('#/data');
  await choose(screen, path);
  await screen.see('会生效的密钥');
  await screen.see('这里没有登记过');
  await screen.see('等于照制作它的人说的登记这些密钥');
  assert.equal(await restores(screen), false);
  await screen.click('checkbox', '看过了，照样恢复');
  await screen.click('button', /^恢复$/);
  await screen.see('恢复完成');
  browser.quiet();
});
