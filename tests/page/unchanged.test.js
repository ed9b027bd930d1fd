// Whether a report or a backup would hold anything else is told by what it holds: what was taken back or deleted counts too.
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answer, answerAll, NONE, openQuestion, registerIncident, saved, sign, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const SAME = '内容与上次报送相同，不必再报。';
const CURRENT = '备份以后没有修改';
const CHANGED = '备份以后又有修改';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
});

const step = steps();
const period = year();

async function takeBack() {
  await openQuestion(screen, period, 'village.8');
  await screen.click('button', '撤回这个回答');
  await saved(screen);
}

async function answerAgain() {
  await openQuestion(screen, period, 'village.8');
  await answer(screen, 'village.8', NONE);
  await saved(screen);
}

async function says(address, words, not) {
  await screen.go(address);
  await screen.see(words);
  await screen.gone(not);
}

step('after a report, signing offers nothing new until something is', async () => {
  await setUp(screen);
  await answerAll(screen, period);
  await sign(screen, period);
  await screen.go(`#/check/${period}`);
  await screen.see(SAME);
});

step('an answer that was taken back is a change, and the same answer again is none', async () => {
  await takeBack();
  await screen.go(`#/check/${period}`);
  await screen.see('签名并导出');
  await screen.gone(SAME);
  await answerAgain();
  await screen.go(`#/check/${period}`);
  await screen.see(SAME);
});

step('an incident that was registered is a change', async () => {
  await registerIncident(screen, period, 'village.2', `${period}-01-02`);
  await screen.go(`#/check/${period}`);
  await screen.see('签名并导出');
  await screen.gone(SAME);
});

step('the age of a backup goes by what it holds', async () => {
  await screen.go('#/data');
  await browser.download(() => screen.click('button', '立即备份'));
  await screen.click('button', '看到了，已存好');
  await says('#/data', CURRENT, CHANGED);
  await takeBack();
  await says('#/data', CHANGED, CURRENT);
  await screen.page.reload();
  await says('#/data', CHANGED, CURRENT);
});

step('nothing stood on the console', () => browser.quiet());
