// What people do on the screen of keys, in the page's words, each in a profile of their own. Asserts nothing.
import { dump } from '../harness/database.js';
import { payloadOf, signed } from '../harness/forge.js';
import { paste } from './township.js';

/** Opens the screen. */
export async function openKeys(screen) {
  await screen.go('#/keys');
  await screen.find('heading', '我的密钥');
  await screen.gone('正在重新核验');
}

/** The last enrolments that this profile signed, as they are sent: one a line. */
export async function enrolment(screen) {
  const { tables } = await dump(screen.page);
  const sent = new Set(tables.bundles.filter(([, text]) => /"direction":"sent".*"kind":"enrolment"/.test(text)).map(([key]) => key));
  const texts = tables.texts.filter(([key]) => sent.has(key)).map(([, text]) => text);
  const kid = (text) => JSON.parse(Buffer.from(JSON.parse(text).protected, 'base64url').toString()).kid;
  const now = tables.keys.map(([, text]) => JSON.parse(text).thumbprint);
  return texts.filter((text) => now.includes(kid(text))).join('\n');
}

/** The key of the only workplace as it is stored: `{ key, thumbprint, former }`. */
export const ownKey = async (screen) => JSON.parse((await dump(screen.page)).tables.keys[0][1]);

/** Opens the part of the screen under a heading that folds; it stays open when the screen is drawn anew. */
export async function unfold(screen, heading) {
  const summary = await screen.find('button', heading);
  if (!(await summary.evaluate((it) => it.closest('details').open))) await screen.click('button', heading);
}

/** Makes the enrolment of the present key and answers with its text. */
export async function introduce(screen) {
  await openKeys(screen);
  await screen.click('button', '生成登记文件');
  await screen.see('登记文件已生成');
  return enrolment(screen);
}

/** The enrolment of a key that no page made. */
export const enrolling = (party, name, key) =>
  signed({ format: 1, kind: 'enrolment', name, party, role: 'shared', software: 'tests', stated_at: '2026-01-05T09:00:00+08:00' }, key);

/** Takes an enrolment in. */
export async function takeIn(screen, text) {
  await openKeys(screen);
  await paste(screen, text);
  await screen.see('导入完成');
}

/** The six digits that the receiver is to read out. */
export async function challenge(screen) {
  await screen.until('the digits of the call', async () => /^\d{3} \d{3}$/.test((await digits(screen, '.challenge')) ?? ''));
  return digits(screen, '.challenge');
}

const digits = (screen, selector) => screen.run((selector) => document.querySelector(selector)?.innerText, selector);

/** What a page reads back to six digits that it heard. */
export async function readBack(screen, heard) {
  await openKeys(screen);
  await screen.fill('听到的 6 位数字', heard);
  await screen.see('请念给对方：');
  await screen.until('the answer', async () => /^\d{4} \d{4}$/.test((await digits(screen, '#answer ~ [role=status] .keys-spoken')) ?? ''));
  return digits(screen, '#answer ~ [role=status] .keys-spoken');
}

/** Ticks every party for which a waiting key asks. */
export const tickAll = (screen) =>
  screen.run(() => document.querySelectorAll('.applicant input[type=checkbox]:not(:checked)').forEach((it) => it.click()));

/** Types what was read back and has it checked. */
export async function check(screen, said) {
  await tickAll(screen);
  await screen.fill('对方念回的 8 位数字', said);
  await screen.click('button', '核对并登记');
}

/** The whole call about the one key that waits: `from` reads out, `to` reads back. */
export async function call(from, to) {
  const asked = await challenge(from);
  await check(from, await readBack(to, asked));
}

/** Who signed each line of an enrolment's text: `{ unit, office }`. */
export const parties = (text) => text.split('\n').map((line) => payloadOf(line).party);

/** The texts of the keys that are enrolled. */
export const enrolled = (screen) =>
  screen.run(() => [...document.querySelectorAll('.keys-enrolled')].map((it) => window.__find.plain(it.innerText)));

/** Takes an enrolment in and enrols each of its keys as two people do who compare the numbers. */
export async function enrolByNumber(screen, text) {
  await takeIn(screen, text);
  await enrolWaiting(screen);
}

/** Enrols each of the keys that wait on the screen, as two people do who compare the numbers. */
export async function enrolWaiting(screen) {
  await tickAll(screen);
  await screen.run(() => document.querySelectorAll('.applicant details').forEach((it) => it.setAttribute('open', '')));
  await screen.click('button', '号码完全相同，登记');
  await screen.gone('号码完全相同，登记');
}
