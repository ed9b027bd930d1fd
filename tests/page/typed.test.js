// From disk the first passphrase is set on a screen that signs: the page opens anew, what is typed there stays, and is signed.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { oneFile } from '../harness/settings.js';
import { steps } from '../harness/steps.js';
import { monitor, objects, take } from '../pages/offices.js';
import { folder, PAST, report, UNITS } from '../pages/reports.js';
import { protect as choose, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const [UNIT] = UNITS;
const WORDS = '正确的马电池订书钉';
const WHY = '第6项没有说明。';
const REASON = '理由（写明事实，不写姓名和号码）';

let browser;
let screen;
let file;
before(async () => {
  browser = await Browser.open();
  screen = new Screen(await browser.page(pathToFileURL(oneFile).href));
  file = await report(UNIT);
});
after(() => browser.close());

const step = steps();
const held = (id) => screen.run((id) => document.getElementById(id)?.value, id);
const type = async (id, text) => {
  await screen.page.focus(`#${id}`);
  await screen.type(text);
};
const openAll = () => screen.run(() => document.querySelectorAll('main details').forEach((it) => it.setAttribute('open', '')));

/**
 * Sets the first passphrase where the screen asks for it, and opens the key on the same screen, which is opened anew. `goOn`
 * looks at what is there and goes to where the key is asked for, if that is a step further.
 */
async function protect(goOn = () => {}) {
  await screen.see('其他从磁盘打开的网页可能读到没有口令的密钥');
  const address = screen.page.url();
  await choose(screen, WORDS);
  assert.equal(screen.page.url(), address);
  await goOn();
  await unlock(screen, WORDS);
  await screen.gone('签名要先解锁');
}

const holds = (id, text) => screen.until(`${id} to hold ${text}`, async () => (await held(id)) === text);

step('the digits of a call stay, and the enrolment is signed', async () => {
  await setUp(screen);
  await screen.go('#/keys');
  await screen.fill('听到的 6 位数字', '123456');
  await protect();
  await holds('heard', '123456');
  await openAll();
  await screen.until('the identity to be asked for by its passphrase', () => screen.run(() => Boolean(document.getElementById('identity-passphrase'))));
  await screen.click('button', '生成登记文件');
  await screen.see('登记文件已生成');
});

step('a unit half entered in the directory stays, and the directory is signed', async () => {
  await setUp(screen, { role: '县级平安办', unit: '乌审旗' });
  await screen.go('#/directory');
  await screen.find('heading', '单位名录');
  await openAll();
  await type('unit-code', '150626299');
  await type('unit-name', '示例镇');
  await protect();
  await holds('unit-code', '150626299');
  await holds('unit-name', '示例镇');
  await screen.click('button', '签名并导出名录');
  await screen.see('文件已核验');
});

step('an objection stays with its reason, and is signed', async () => {
  await monitor(screen);
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'one.json': file }));
  await screen.see(UNIT.name);
  await objects(screen, UNIT.code, 'village.2', WHY);
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await screen.see('对 1 个单位签署意见');
  await protect();
  await screen.click('button', '继续');
  await holds(`why-${UNIT.code}-village.2`, WHY);
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
});

step('a decision stays with its reason, on the file that was chosen, and is signed', async () => {
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(screen, PAST);
  await take(screen, await folder({ 'one.json': file }));
  await screen.go(`#/desk/${PAST}`);
  await screen.click('radio', '退回');
  await screen.fill('退回的理由', WHY);
  await screen.go(`#/township/${PAST}/${UNIT.code}`);
  await screen.click('radio', '不达标');
  await screen.fill(REASON, WHY);
  await screen.click('button', '继续');
  await protect(async () => {
    await screen.until('the reason', async () => (await screen.value(REASON)) === WHY);
    assert.equal(await (await screen.find('radio', '不达标')).evaluate((it) => it.checked), true);
    await screen.click('button', '继续');
  });
  await screen.click('button', '签名认定');
  await screen.see('由苏木镇平安办作出');
  await screen.go(`#/desk/${PAST}`);
  assert.equal(await screen.value('退回的理由'), WHY);
  await screen.click('button', '给收到的文件签回执');
  await screen.see('回执已签名');
});

step('text pasted on the table and not yet taken in stays', async () => {
  await setUp(screen, { role: '乡镇级平安办', unit: '桑村镇' });
  await openTable(screen, PAST);
  await screen.click('button', '粘贴文字');
  await screen.fill('把收到的文字粘贴到这里', '还没有粘贴完');
  await protect();
  await screen.click('button', '粘贴文字');
  await screen.until('the text', async () => (await screen.value('把收到的文字粘贴到这里')) === '还没有粘贴完');
  browser.quiet();
});
