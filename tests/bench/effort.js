// Counts what a clerk's hand does from the first visit to the signed file, with the mouse on an old laptop: clicks, keys, wheel
// notches of 100 px, screens. Asserts nothing: prints `name value` lines for `cargo xtask bench`.
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { today, year } from '../pages/clerk.js';
import { FIND } from '../pages/setup.js';

const WINDOW = { width: 1366, height: 625 };

/** A hand on a page: it clicks only what it sees, and turns the wheel until it sees it. */
class Hand {
  constructor(screen) {
    this.screen = screen;
    this.page = screen.page;
    this.count = { clicks: 0, keys: 0, notches: 0, screens: 1 };
    this.page.on('framenavigated', () => (this.count.screens += 1));
  }

  /** Turns the wheel until the whole element is in view below what stands at the top. */
  async reach(element) {
    for (let turn = 0; turn < 200; turn += 1) {
      const off = await element.evaluate((it) => {
        const bar = document.querySelector('.standing');
        const top = bar && !bar.contains(it) ? Math.max(bar.getBoundingClientRect().bottom, 0) : 0;
        const box = it.getBoundingClientRect();
        if (bar && bar.contains(it)) return 0;
        if (box.top < top) return -1;
        return box.bottom > innerHeight ? 1 : 0;
      });
      if (off === 0) return;
      const before = await this.page.evaluate(() => scrollY);
      await this.page.mouse.move(700, 400);
      await this.page.mouse.wheel({ deltaY: off * 100 });
      await this.page.waitForFunction((before) => scrollY !== before, { timeout: 1000 }, before).catch(() => undefined);
      this.count.notches += 1;
    }
    throw new Error('never in view');
  }

  async click(element) {
    await this.screen.settled();
    await this.reach(element);
    const box = await element.boundingBox();
    await this.page.mouse.click(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    this.count.clicks += 1;
    await this.screen.settled();
  }

  async press(role, name) {
    await this.click(await this.screen.find(role, name));
  }

  async type(text) {
    await this.page.keyboard.type(text);
    this.count.keys += text.length;
  }

  async key(key) {
    await this.page.keyboard.press(key);
    this.count.keys += 1;
  }

  /** The first of the elements of a selector, if there is one. */
  async first(selector) {
    await this.screen.settled();
    return (await this.page.evaluateHandle((at) => document.querySelector(at), selector)).asElement();
  }
}

/** From the welcome to the sheet of a period. */
async function begin(hand, typed, unit, period) {
  await hand.press('link', '开始使用');
  await hand.press('textbox', FIND);
  await hand.type(typed);
  await hand.press('button', unit);
  await hand.press('button', '开始自评');
  await hand.screen.until('the sheet', () => hand.page.url().endsWith('#/'));
  const other = await hand.first(`.period-picker a[href="#/tasks/${period}"]:not([aria-current])`);
  if (other) await hand.click(other);
}

/** Whatever is still open, in the quickest honest way: the section's button, then row by row. */
async function answerAll(hand, bulk) {
  for (let button; bulk && (button = await hand.first('.tasks-rest-button')); ) {
    await hand.click(button);
    await hand.click(await hand.first('.tasks-rest .primary'));
  }
  for (let row; (row = await hand.first('[data-block][data-open="true"]')); ) {
    const field = await row.$('.figure-form input');
    if (field) {
      await hand.click(field);
      for (const [place] of (await row.$$('.figure-form input')).entries()) {
        if (place) await hand.key('Tab');
        await hand.type('5');
      }
      // Recorded on leaving, so the next click does it; here the row has to be seen answered first.
      await hand.key('Enter');
    } else {
      const only = await row.evaluate((it) => it.querySelector('.tasks-ask').innerText.includes('答“否”'));
      await hand.click(await row.$(`[data-key="${only ? 2 : 1}"]`));
    }
    await hand.screen.until('an answer', () => row.evaluate((it) => it.dataset.open === 'false').catch(() => true));
  }
}

async function sign(hand) {
  await hand.press('link', '检查答案，签名');
  await hand.press('button', '看过了，去签名');
  await hand.press('button', '签名并导出');
  await hand.screen.see('文件已核验');
}

/** Registers one incident of the question at a place of a criterion: the day, figures, “no casualties” if it is asked. */
async function register(hand, rule, at, figures) {
  const row = (await hand.page.$$(`[data-rule="${rule}"] .tasks-row`))[at];
  await hand.click(await row.$('[data-key="2"]'));
  await hand.screen.find('textbox', '发生日期');
  await hand.screen.until('the day to have the focus', () => hand.screen.run(() => document.activeElement.type === 'date'));
  const [date, month, day] = today().split('-');
  await hand.type(`${month}${day}${date}`);
  for (const [name, value] of figures) {
    await hand.press('textbox', name);
    await hand.type(value);
  }
  const casualties = await hand.screen.count('button', '没有伤亡');
  if (casualties) await hand.press('button', '没有伤亡');
  await hand.press('button', /^登记$/);
  await hand.screen.see('已登记');
}

const JOBS = {
  bawu: async (hand) => {
    await begin(hand, '通史', '通史嘎查村委员会', year());
    await answerAll(hand, true);
  },
  bawu_incidents: async (hand) => {
    await begin(hand, '通史', '通史嘎查村委员会', year());
    await register(hand, 'village.2', 0, []);
    await register(hand, 'village.4', 0, []);
    await register(hand, 'village.8', 1, [[/直接财产损失/, '9999']]);
    await answerAll(hand, true);
  },
  sangcun: async (hand) => {
    await begin(hand, '桑村村', '桑村村委会', `${year()}-Q4`);
    await answerAll(hand, true);
  },
  changgang: async (hand) => {
    await begin(hand, '北村', '北村村委会', year());
    await answerAll(hand, true);
  },
  changgang_singly: async (hand) => {
    await begin(hand, '北村', '北村村委会', year());
    await answerAll(hand, false);
  },
  dali: async (hand) => {
    await begin(hand, '龙溪', '龙溪社区', year());
    await answerAll(hand, true);
  },
};

const server = await serve();
const only = process.argv.slice(2);
for (const [name, job] of Object.entries(JOBS).filter(([name]) => !only.length || only.includes(name))) {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  await screen.page.setViewport(WINDOW);
  await screen.settled();
  const hand = new Hand(screen);
  await job(hand);
  await sign(hand);
  for (const [what, count] of Object.entries(hand.count)) console.log(`effort_${name}_${what} ${count}`);
  await browser.close();
}
await server.stop();
