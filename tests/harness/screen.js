// A page as a person meets it: finds by role and name, reads, clicks, types. Knows no screen of the product.
import { click } from './mouse.js';
import { until } from './wait.js';

const wire = (name) => {
  if (name === undefined || name === null) return null;
  return name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { text: name };
};

export class Screen {
  constructor(page) {
    this.page = page;
  }

  /** Runs a function in the page, where `__find` is at hand. */
  async run(body, ...args) {
    try {
      return await this.page.evaluate(body, ...args);
    } catch (error) {
      // The document was replaced under our feet: the caller looks again.
      if (/context was destroyed|Cannot find context|navigat/i.test(error.message)) return undefined;
      throw error;
    }
  }

  /** How many visible elements of the role and name there are now. */
  count(role, name) {
    return this.run((role, name) => window.__find.all(role, name).length, role, wire(name)).then((n) => n ?? 0);
  }

  /** The names of all visible elements of the role now. */
  names(role) {
    return this.run((role) => window.__find.all(role, null).map(window.__find.nameOf), role).then((n) => n ?? []);
  }

  /** The element of the role at a place among all visible ones of it. */
  async nth(role, at) {
    await this.run(() => 0);
    return (await this.page.evaluateHandle((role, at) => window.__find.all(role, null)[at], role, at)).asElement();
  }

  /** The element of the role and name, once there is one. An exact name goes before a part of one. */
  async find(role, name) {
    await this.until(`${role} “${name ?? ''}”`, () => this.count(role, name));
    const handle = await this.page.evaluateHandle((role, name) => window.__find.all(role, name)[0], role, wire(name));
    const element = handle.asElement();
    return element ?? this.find(role, name);
  }

  /** Until something is true of the page; what is on the screen goes into the complaint. */
  until(what, look) {
    return until(async () => `${what} — on the screen (${this.page.url()}):\n${await this.shown()}`, look);
  }

  /** Whether the element of an id is there to be used: not hidden, and in nothing that is folded up. */
  shows(id) {
    return this.run((id) => {
      const element = document.getElementById(id);
      return element !== null && window.__find.shown(element);
    }, id);
  }

  /** What can be read below the header now, and what has the focus: for a complaint. */
  shown() {
    return this.run(() => {
      const { tagName, id, value } = document.activeElement ?? {};
      const lines = (document.querySelector('main') ?? document.body).innerText.split('\n').filter((line) => line.trim());
      return `focus: ${tagName} ${id} ${value ?? ''}\n${lines.join(' | ')}`;
    });
  }

  /** What can be read now. */
  text() {
    return this.run(() => document.body.innerText).then((text) => text ?? '');
  }

  /** Until a text can be read. */
  see(wanted) {
    return this.until(`the text “${wanted}”`, async () => {
      const text = await this.text();
      return wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
    });
  }

  /** Until a text cannot be read any more. */
  gone(wanted) {
    return this.until(`no text “${wanted}”`, async () => {
      const text = await this.text();
      return !(wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted));
    });
  }

  /** Clicks with the mouse, where a person would. */
  async click(role, name) {
    for (let attempt = 0; ; attempt += 1) {
      const element = await this.find(role, name);
      try {
        await click(element);
        return;
      } catch (error) {
        // Drawn anew between finding and clicking.
        if (attempt > 4 || !/not clickable|detached|not an Element|node|context/i.test(error.message)) throw error;
      }
    }
  }

  /** Replaces the text of a field, key by key. */
  async fill(name, value, role = 'textbox') {
    const element = await this.find(role, name);
    await element.focus();
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('KeyA');
    await this.page.keyboard.up('Control');
    await this.page.keyboard.press('Delete');
    await this.type(value);
  }

  /** Types into whatever has the focus. */
  async type(value) {
    await this.page.keyboard.type(value);
  }

  /** The value of a field. */
  async value(name, role = 'textbox') {
    const element = await this.find(role, name);
    return element.evaluate((field) => field.value);
  }

  /** Goes to an address of the page, `#/…`, without loading it anew. */
  async go(hash) {
    await this.run((hash) => void (location.hash = hash), hash);
    await this.until(`the address ${hash}`, () => this.page.url().endsWith(hash));
  }

  /** Until what can be read has stopped changing and nothing moves. */
  settled() {
    return this.until('a screen that stands still', () => this.run(standsStill));
  }
}

/** Whether what can be read stays for a moment and nothing moves then. Runs in the page. */
async function standsStill() {
  const before = document.body.innerText;
  await new Promise((resolve) => setTimeout(resolve, 40));
  const moving = document.querySelector('[aria-busy="true"]') !== null || document.getAnimations().some((one) => one.playState === 'running');
  return before !== '' && document.body.innerText === before && !moving;
}
