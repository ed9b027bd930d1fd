// The page with the keyboard alone: focus is moved by keys only, never by script. Finds nothing by sight.
import assert from 'node:assert/strict';
import { Screen } from './screen.js';

const fits = (name, wanted) => (wanted instanceof RegExp ? wanted.test(name) : name.includes(wanted));

export class Keyboard extends Screen {
  /** What has the focus: its role and name, and whether one sees that it has it. */
  focused() {
    return this.run(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
      const label = element.labels && element.labels[0];
      const around = label && getComputedStyle(label);
      const labelled = around && ((around.outlineStyle !== 'none' && parseFloat(around.outlineWidth) > 0) || around.boxShadow !== 'none');
      return { role: window.__find.roleOf(element), name: window.__find.nameOf(element), ringed: Boolean(ringed || labelled) };
    });
  }

  /** Presses Tab (or Shift+Tab) until the element has the focus; fails when the round comes back without it. */
  async tabTo(role, name, { back = false, limit = 150 } = {}) {
    await this.find(role, name);
    const met = [];
    for (let press = 0; press <= limit; press += 1) {
      const now = await this.focused();
      if (now && now.role === role && fits(now.name, name)) {
        // Where it was already, its ring was looked at when the focus came; a date field then has it on a part.
        assert.ok(now.ringed || press === 0, `${role} “${now.name}” has the focus and does not show it`);
        return now;
      }
      met.push(now ? `${now.role} “${now.name.slice(0, 30)}”` : '–');
      if (back) await this.page.keyboard.down('Shift');
      await this.page.keyboard.press('Tab');
      if (back) await this.page.keyboard.up('Shift');
    }
    throw new Error(`Tab never reached ${role} “${name}”; it met:\n${met.join('\n')}`);
  }

  /** A button or a link. */
  async activate(role, name) {
    await this.tabTo(role, name);
    await this.page.keyboard.press('Enter');
  }

  /** One choice of a group: Tab to the group, then arrows, as radio buttons want it. */
  async choose(name) {
    await this.find('radio', name);
    const met = [];
    // Tab reaches the checked choice of a group, or its first or last one.
    for (let press = 0; press < 150; press += 1) {
      const now = await this.focused();
      if (now && now.role === 'radio' && (await this.sameGroup(name))) break;
      met.push(now ? `${now.role} “${now.name.slice(0, 30)}”` : '–');
      await this.page.keyboard.press('Tab');
    }
    for (let press = 0; press < 30; press += 1) {
      const now = await this.focused();
      if (now && now.role === 'radio' && fits(now.name, name)) {
        if (!(await this.run(() => document.activeElement.checked))) await this.page.keyboard.press('Space');
        return;
      }
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`the keyboard never reached the choice “${name}”; it met:\n${met.join('\n')}`);
  }

  sameGroup(name) {
    const wanted = name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { text: name };
    return this.run((wanted) => {
      const own = document.activeElement.name;
      return window.__find.all('radio', wanted).some((radio) => radio.name === own);
    }, wanted);
  }

  /** Types into a field reached by Tab, in place of what is there. */
  async write(name, value) {
    await this.tabTo('textbox', name);
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('KeyA');
    await this.page.keyboard.up('Control');
    await this.page.keyboard.type(value);
  }

  /** Types a day, `2026-01-05`, into a date field, whose parts stand in the order of the browser's own language. */
  async writeDay(name, day) {
    const [year, month, date] = day.split('-');
    const orders = [[month, date, year], [year, 'ArrowRight', month, date], [date, month, year]];
    for (const parts of orders) {
      await this.tabTo('textbox', name);
      for (let part = 0; part < 3; part += 1) await this.page.keyboard.press('ArrowLeft');
      for (const part of parts) await (part === 'ArrowRight' ? this.page.keyboard.press(part) : this.page.keyboard.type(part));
      if ((await this.value(name)) === day) return;
    }
    throw new Error(`no order of typing makes ${day} of ${await this.value(name)}`);
  }
}
