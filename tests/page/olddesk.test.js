// Chromium 86, 109 and today's do what offices do: enrol by telephone, import, settle, answer, roll up, lock and unlock the key.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { payloadOf } from '../harness/forge.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { browsers, needs } from '../harness/settings.js';
import { answerAll, sign, year } from '../pages/clerk.js';
import { call, enrolled, introduce, openKeys, takeIn } from '../pages/keys.js';
import { protect, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';
import { imported, openTable, paste, table } from '../pages/township.js';

const UNIT = { code: '150626200205', name: '通史嘎查村委员会' };
const WORDS = '正确的马电池订书钉';

let server;
before(async () => (server = await serve()));
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

/** The text of the last file of a kind that a profile signed. */
const signed = async (screen, kind) => {
  const { tables } = await dump(screen.page);
  return tables.texts.map(([, text]) => text).find((text) => payloadOf(text).kind === kind) ?? '';
};

for (const engine of ['86', '109', 'now']) {
  const variable = engine === 'now' ? 'CUNPING_CHROMIUM' : `CUNPING_CHROMIUM_${engine}`;
  test(`village and office on Chromium ${engine}`, needs(browsers[engine], variable), async () => {
    const open = async () => {
      const browser = await Browser.open({ engine });
      return { browser, screen: new Screen(await browser.page(server.url)) };
    };
    const [village, office] = [await open(), await open()];
    await setUp(village.screen);
    await answerAll(village.screen);
    await village.screen.go('#/data');
    await village.screen.click('button', '设置口令');
    await protect(village.screen, WORDS);
    await village.screen.go(`#/check/${year()}`);
    await unlock(village.screen, WORDS);
    await village.screen.gone('签名要先解锁');
    await sign(village.screen, year());

    await setUp(office.screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
    await takeIn(office.screen, await introduce(village.screen));
    await call(office.screen, village.screen);
    await office.screen.until('the key to be enrolled', async () => (await enrolled(office.screen)).length === 1);
    await openTable(office.screen, year());
    await paste(office.screen, await signed(village.screen, 'assessment'));
    await imported(office.screen, 1, 0, 0);
    await office.screen.until('the row', async () => /正常/.test((await table(office.screen))[UNIT.name].join(' ')));

    await office.screen.go(`#/township/${year()}/${UNIT.code}`);
    await office.screen.see('密钥已登记，是本单位的');
    await office.screen.see('重新计算，结果一致');
    await office.screen.click('radio', '达标');
    await office.screen.fill('理由（写明事实，不写姓名和号码）', '意见另收纸质件。');
    await office.screen.click('button', '继续');
    await office.screen.click('button', '签名认定');
    await office.screen.see('认定已签名');
    await office.screen.go(`#/desk/${year()}`);
    await office.screen.click('button', '没有回执的都选“已收到”');
    await office.screen.click('button', '给收到的文件签回执');
    await office.screen.see('回执已签名');
    await openTable(office.screen, year());
    await office.screen.click('button', '签名汇总文件');
    await office.screen.see('文件已核验，可以发送');

    await openKeys(village.screen);
    await village.screen.go('#/answers');
    await paste(village.screen, await signed(office.screen, 'receipt'));
    await village.screen.see('已收到');
    const rollup = payloadOf(await signed(office.screen, 'rollup'));
    assert.deepEqual(rollup.counted.map(({ unit, verdict }) => [unit, verdict]), [[UNIT.code, 'qualified']]);
    for (const { browser } of [village, office]) {
      browser.quiet();
      await browser.close();
    }
  });
}
