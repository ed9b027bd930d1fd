// What a hand finds on the screens of a village, and what each gesture may change in the store: `hand.play(times, at(screen, hand))`.
import assert from 'node:assert/strict';
import { started } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { click } from '../harness/mouse.js';
import { today } from './clerk.js';

/** Runs in the page: everything on the screen that can be pressed or typed into, in words; `window.__reach` has the elements. */
function seenNow() {
  const { nameOf, plain, shown } = window.__find;
  const within = (it, selector) => it.closest(selector);
  const text = (it) => (it ? plain(it.innerText) : '');
  const figure = (it) => it && {
    pending: text(it.querySelector('p.soft')) !== '',
    values: [...it.querySelectorAll('input')].map((field) => field.value),
    names: [...it.querySelectorAll('input')].map(nameOf),
    id: it.querySelector('input').id,
  };
  const row = (it) => it && {
    place: Number(it.dataset.block),
    open: it.dataset.open === 'true',
    question: text(it.querySelector('.tasks-question')),
    pressed: text(it.querySelector('[data-key][aria-pressed=true]')),
    states: (it.querySelector('[data-key][aria-pressed=true]') || { dataset: {} }).dataset.states === 'true',
    figures: [...it.querySelectorAll('[data-figure]')].map(figure),
    hint: text(it.querySelector('.tasks-below > p.soft')),
    asks: it.querySelector('.tasks-below .notice, .tasks-below .attention') !== null,
  };
  const told = (it) => ({
    tag: it.tagName,
    type: it.type || '',
    id: it.id,
    name: nameOf(it),
    text: text(it),
    classes: [...it.classList],
    href: it.getAttribute('href'),
    value: it.value === undefined ? '' : it.value,
    key: it.dataset.key || null,
    states: it.dataset.states === 'true',
    escapes: it.hasAttribute('data-escape'),
    expanded: it.getAttribute('aria-expanded'),
    row: row(within(it, '.tasks-row')),
    rule: (within(it, '[data-rule]') || { dataset: {} }).dataset.rule || null,
    form: (within(it, '[data-form]') || { dataset: {} }).dataset.form || null,
    figure: figure(within(it, '[data-figure]')),
    lines: within(it, '[data-form]') ? [...within(it, '[data-form]').querySelectorAll('li')].map(text) : [],
    at: ['header', '.incident-list-acts', '[data-unfinished]', '.tasks-details', '#incident-kinds', '.tasks-section-head', '.standing-next', '.notice', '.row']
      .filter((selector) => within(it, selector)),
    last: it.parentElement.lastElementChild === it,
    beside: text(within(it, 'li, p')),
  });
  const all = [...document.querySelectorAll('header a, header button, nav a, nav button, main a[href], main button, main summary, main input, main textarea')];
  const here = all.filter((it) => shown(it) && !it.disabled && !it.matches('.skip, [download], [type=file]'));
  window.__reach = here;
  const focus = document.activeElement;
  return {
    hash: location.hash || '#/',
    period: ((document.querySelector('.standing-next a[href^="#/result/"]') || {}).hash || '').split('/')[2] || null,
    lang: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1')].filter(shown).length,
    saving: text(document.querySelector('.header-save')),
    controls: here.map(told),
    rows: [...document.querySelectorAll('.tasks-row')].map(row),
    focus: focus && focus !== document.body ? told(focus) : null,
    formIsOpen: document.querySelector('[data-form]') !== null,
    shows: `${document.querySelector('main').innerText} ${[...document.querySelectorAll('main input, main textarea')].map((it) => it.value).join(' ')}`,
  };
}

const NUMBER = '甲乙丙丁戊己庚辛壬癸';
const MARK = /字[甲乙丙丁戊己庚辛壬癸]{3}。/g;
/** The nth word that a hand types: no other is like it, so that it is found again wherever it is. */
const mark = (n) => `字${String(n).padStart(3, '0').replace(/\d/g, (digit) => NUMBER[Number(digit)])}。`;
const marks = (text) => new Set(text.match(MARK) ?? []);

/** What a button of an answer states, in both languages. */
const STATES = { 没有: 'complete', None: 'complete', 没有别的了: 'complete', 'Nothing else': 'complete', 是: 'yes', Yes: 'yes', 否: 'no', No: 'no', 不清楚: 'unknown', 'Not known': 'unknown' };
const topicOf = ({ about, only }) => `${about} ${JSON.stringify(only ?? '')}`;

/** The store as people's work: what is stated by topic, and what is kept by its key. */
function read({ tables }) {
  const rows = (table) => tables[table].map(([key, text]) => [key.split(' ').slice(1).join(' ') || key, text]);
  const records = (table) => new Map(rows(table).map(([key, text]) => [key, JSON.parse(text)]));
  const facts = (table) => [...records(table)].map(([key, row]) => [key, { ...JSON.parse(row.text), saved: row.saved_at }]);
  const statements = new Map();
  for (const [, it] of facts('statements')) statements.set(topicOf(it), [...(statements.get(topicOf(it)) ?? []), it]);
  const kept = Object.fromEntries(['workplaces', 'keys', 'directory', 'overlays', 'packs', 'reviews', 'bundles', 'texts', 'sent'].map((name) => [name, new Map(rows(name))]));
  const drafts = new Map([...records('drafts')].map(([, { place, text }]) => [place, JSON.parse(text)]));
  return { statements, incidents: new Map(facts('incidents')), remarks: records('remarks'), drafts, kept };
}

/** The keys of two maps under which they differ. */
const changed = (before, after) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)));
const written = (it) => JSON.stringify(it instanceof Map ? [...it] : it);

/** The days of a period that are not to come. */
function daysOf(period) {
  const [year, part] = period.split('-');
  const months = part === undefined ? [1, 12] : part[0] === 'H' ? [part[1] * 6 - 5, part[1] * 6] : [part[1] * 3 - 2, part[1] * 3];
  const day = (month, date) => `${year}-${String(month).padStart(2, '0')}-${date}`;
  const last = day(months[1], new Date(year, months[1], 0).getDate());
  return { first: day(months[0], '01'), end: last, last: last < today() ? last : today() };
}

const isFigure = (it) => ['count', 'ratio', 'rank', 'figure'].includes(it.says);

/** Of some statements the one that says how it is on some days. */
const latestOn = (days, all) => {
  // Half of a year's sum is not the sum of half a year: a figure speaks of a period only if it lies within.
  const within = (it) => it.from >= days.first && it.to <= days.last;
  const on = all.filter((it) => it.from <= days.last && it.to >= days.first && (!isFigure(it) || within(it)));
  return on.length > 0 ? on.reduce((one, other) => (one.to >= other.to ? one : other)) : undefined;
};

/** What is said of each day that does not lie within some days, but for figures, which a part of them does not outlive. */
const elsewhere = (days, all = []) =>
  all.filter((it) => !isFigure(it)).flatMap((it) => [
    ...(it.from < days.first ? [[it.from, 'from', it.says]] : []),
    ...(it.to > days.last ? [[it.to, 'to', it.says]] : []),
  ]).sort();

/** What a control does, as far as it matters. */
function kindOf(it) {
  if (!it) return null;
  const at = (place) => it.at.includes(place);
  if (it.tag === 'A') return 'link';
  if (it.tag === 'SUMMARY') return 'fold';
  if (/^H\d$/.test(it.tag)) return 'heading';
  if (it.tag !== 'BUTTON') return 'field';
  if (at('header')) return it.id.startsWith('nav-') ? 'menu' : 'look';
  if (it.key) return it.states ? 'answer' : 'begin';
  if (it.id.startsWith('undo-')) return it.id.startsWith('undo-remove') ? 'undo-remove' : 'undo';
  if (at('.incident-list-acts')) return it.last ? 'remove' : 'edit';
  if (at('[data-unfinished]')) return it.classes.includes('quiet') ? 'discard' : 'go-on';
  if (it.figure) return 'offer';
  if (it.form && it.classes.includes('primary')) return `confirm-${it.form}`;
  if (it.form === 'incident' && at('.notice')) return 'start-over';
  if (it.escapes || (it.form === 'incident' && it.last && at('.row'))) return `cancel-${it.form}`;
  if (it.form) return 'fill';
  if (it.classes.includes('tasks-rest-button')) return 'ask-rest';
  if (it.classes.includes('tasks-more')) return 'more';
  if (at('.tasks-section-head')) return 'section';
  if (at('.standing-next')) return 'next';
  if (at('.tasks-details') && it.classes.includes('quiet')) return 'take-back';
  if (it.id === 'sign') return 'sign';
  if (it.id === 'register-incident' || at('#incident-kinds')) return 'kind';
  return 'other';
}

/** How likely each is pressed; what is not named, such as removing a workplace, is left alone. */
const WEIGHTS = { answer: 12, begin: 4, undo: 3, 'undo-remove': 4, remove: 1, edit: 2, discard: 0.7, 'go-on': 4, offer: 2, 'confirm-incident': 5, 'start-over': 0.7, 'cancel-incident': 1, 'confirm-rest': 5, 'cancel-rest': 1, 'confirm-again': 4, 'cancel-again': 1, 'confirm-not-applicable': 4, 'cancel-not-applicable': 1, fill: 2, 'ask-rest': 2, more: 3, section: 1.5, next: 2, 'take-back': 1.5, sign: 3, kind: 3, fold: 1, link: 5, menu: 0.5, look: 0.7 };
const KEYS = ['Enter', 'Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Tab', 'Tab', 'Space', 'a', 'n', 'y', '1', '1', '2', '3', '4'];

/** Everything that `hand.play` needs for the screens of the village that is set up in the browser. */
export function at(screen, hand, { inspectEvery = 15 } = {}) {
  const known = { topics: new Map(), names: new Map() };
  /** The words that were typed, each with the period in which. */
  const words = new Map();
  let typed = 0;
  let depth = 0;
  let since = 0;
  const page = screen.page;

  async function look() {
    await screen.until('a heading', () => screen.run(() => document.querySelector('h1') !== null && !document.getElementById('boot')));
    await screen.settled();
    await screen.until('everything saved', async () => !/正在保存|Saving/.test((await screen.run(() => document.querySelector('.header-save').innerText)) ?? '正在保存'));
    const sight = await screen.run(seenNow);
    return { ...sight, store: read(await dump(page)) };
  }

  /** Gestures are bound to what `seenNow` saw last. */
  const element = async (it) => (await page.evaluateHandle((place) => window.__reach[place], it.place)).asElement();
  const pressing = (it) => ({
    words: `presses “${it.name}” (${kindOf(it)}${it.href ? ` ${it.href}` : ''})`,
    control: it,
    act: async () => {
      if (it.href) depth += 1;
      await click(await element(it));
    },
  });
  const typing = (it, text, how) => ({
    words: `types “${text}” into “${it.name}”${how === 'end' ? ' at the end' : ''}`,
    field: it,
    text,
    act: async () => {
      const field = await element(it);
      if (it.type === 'date') {
        await field.focus();
        await field.evaluate((input, day) => {
          input.value = day;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }, text);
        return;
      }
      await click(field);
      await page.keyboard.down('Control');
      await page.keyboard.press(how === 'end' ? 'End' : 'KeyA');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    },
  });
  const simply = (words, act, more = {}) => ({ words, act, ...more });

  /** The gestures for a field. */
  function fields(it, sight) {
    if (it.type === 'checkbox' || it.type === 'radio') return it.form ? [[1.5, pressing(it)]] : [];
    if (it.type === 'date') return [[10, typing(it, `2026-${String(1 + hand.below(10)).padStart(2, '0')}-${10 + hand.below(18)}`)]];
    if (it.figure) return [[0.7, typing(it, hand.among(['0', '3', '12', '7', '四', '']) || ' ')]];
    const isWords = it.tag === 'TEXTAREA' || it.id.endsWith('-note');
    if (!isWords) return it.form ? [[2, typing(it, hand.among(['0', '1', '2']))]] : [];
    if (!it.form && !it.id.startsWith('remark-')) return [];
    const word = mark(typed);
    const gesture = typing(it, word, it.tag === 'TEXTAREA' && it.value.length < 60 && hand.random() < 0.5 ? 'end' : 'all');
    const act = gesture.act;
    return [[it.form ? 4 : 1.5, { ...gesture, act: async () => { typed += 1; await act(); words.set(word, sight.period ?? periodOf(sight)); } }]];
  }

  const periodOf = ({ hash, period }) => /^#\/(?:tasks|incidents|check)\/([^/]+)/.exec(hash)?.[1] ?? period ?? today().slice(0, 4);

  function offers(sight) {
    since += 1;
    const period = periodOf(sight);
    if (since > inspectEvery) {
      since = 0;
      return [[1, simply(`looks through ${period}`, () => inspect(period), { leaves: true })]];
    }
    const controls = sight.controls.map((it, place) => ({ ...it, place }));
    const works = /^#\/(tasks|incidents|check|$)/.test(sight.hash);
    const out = [];
    const answers = controls.filter((it) => kindOf(it) === 'answer');
    const shares = {};
    for (const it of controls) shares[kindOf(it)] = (shares[kindOf(it)] ?? 0) + 1;
    for (const it of controls) {
      const kind = kindOf(it);
      if (kind === 'field') {
        if (works) out.push(...fields(it, sight).map(([weight, gesture]) => [it.form ? weight : (weight * 8) / shares.field, gesture]));
      } else if (kind === 'link' ? /^#\/(?!setup)/.test(it.href ?? '') : WEIGHTS[kind] && (works || ['fold', 'menu', 'look'].includes(kind))) {
        if (kind !== 'answer') out.push([WEIGHTS[kind] / shares[kind], pressing(it)]);
      }
    }
    // Often a question that is open, so that the sheet fills.
    const open = answers.filter((it) => it.row.open);
    if (answers.length > 0) out.push([WEIGHTS.answer, pressing(hand.among(open.length > 0 && hand.random() < 0.7 ? open : answers))]);
    // A form that is open is mostly filled in and confirmed.
    const inForm = (gesture) => Boolean((gesture.control ?? gesture.field).form);
    if (sight.formIsOpen) for (const one of out) one[0] *= inForm(one[1]) ? 3 : 0.4;
    const busy = sight.formIsOpen || !works ? 0.15 : 0.35;
    for (const key of KEYS) out.push([busy, simply(`presses the key ${key}`, () => page.keyboard.press(key), { key })]);
    out.push([1, simply('scrolls', () => page.mouse.wheel({ deltaY: hand.among([-700, 300, 900]) }))]);
    out.push([1.2, simply('reloads', reload, { leaves: true })]);
    if (depth > 0) out.push([1.2, simply('goes back', async () => { depth -= 1; await page.evaluate(() => history.back()); }, { leaves: true })]);
    const sheet = `#/tasks/${hand.random() < 0.85 ? today().slice(0, 4) : `${today().slice(0, 4)}-Q${1 + hand.below(4)}`}`;
    if (sight.hash !== sheet) out.push([works ? 1 : 6, simply(`goes to ${sheet}`, () => go(sheet), { leaves: true })]);
    return out;
  }

  async function go(hash) {
    depth += 1;
    await screen.go(hash);
  }

  async function reload() {
    await page.reload();
    await started(page);
  }

  /** The control that a gesture pressed, as it was before; a number’s is the button that has the focus now. */
  function pressed(before, { control, key }, after) {
    if (control) return control;
    const { focus } = before;
    if (!focus || !key) return null;
    if (!['field', 'heading'].includes(kindOf(focus)) && (key === 'Space' ? focus.tag !== 'A' : key === 'Enter' && kindOf(focus) !== 'answer')) return focus;
    // In a field of the form of an incident Enter registers it.
    if (key === 'Enter' && focus.tag === 'INPUT' && focus.form === 'incident') return before.controls.find((it) => kindOf(it) === 'confirm-incident');
    if (/^\d$/.test(key) && kindOf(focus) !== 'field' && !before.formIsOpen && after.focus?.key === key) {
      const of = (it) => (it.row ? it.row.place : null);
      if (of(focus) === of(after.focus) || (kindOf(focus) === 'heading' && focus.rule === after.focus.rule)) return after.focus;
    }
    return null;
  }

  /** What a gesture stated must be what it said, and nothing else. */
  function judgeStatements(before, gesture, after) {
    const now = after.store.statements;
    const moved = changed(before.store.statements, now);
    const control = pressed(before, gesture, after);
    const kind = kindOf(control);
    const period = periodOf(before);
    const days = daysOf(period);
    const rest = new Set(moved);
    for (const topic of moved) assert.deepEqual(elsewhere(days, now.get(topic)), elsewhere(days, before.store.statements.get(topic)), `${topic} changed outside ${period}`);
    const latest = (topic) => latestOn(days, now.get(topic) ?? []);
    const learn = (place, topic) => {
      const id = `${before.period} ${place}`;
      assert.equal(known.topics.get(id) ?? topic, topic, `the question at ${id} was about another topic before`);
      known.topics.set(id, topic);
    };
    // A figure that was typed before is recorded when its field is left, or with Enter.
    const left = before.focus?.figure;
    if (left?.pending && rest.size > 0) {
      const { place } = before.focus.row;
      const emptied = left.values.every((it) => it.trim() === '');
      const wasFigure = (topic) => (before.store.statements.get(topic) ?? []).some(isFigure);
      const mine = (topic) => known.topics.get(`${before.period} ${place}`) === topic || (emptied ? !latest(topic) && wasFigure(topic) : latest(topic) && isFigure(latest(topic)));
      const stated = moved.filter(mine);
      assert.ok(stated.length <= 1, `leaving ${left.names.join('、')} stated ${stated}`);
      for (const topic of stated) {
        learn(place, topic);
        rest.delete(topic);
        const { value, part, whole, says } = latest(topic) ?? {};
        const numbers = left.values.filter((it) => it.trim() !== '').map(Number);
        if (says === 'count' || says === 'rank') assert.deepEqual(numbers, [value], `${left.names.join('、')} was recorded otherwise`);
        if (says === 'ratio') assert.deepEqual(numbers, [part, whole], `${left.names.join('、')} was recorded otherwise`);
      }
    }
    if (kind === 'answer') {
      const { name, text, row: { question, place, hint } } = control;
      assert.ok(name.startsWith(question) && name.endsWith(text), `“${name}” does not say “${question}” and “${text}”`);
      const given = gesture.key && /^\d$/.test(gesture.key) ? control.text : text;
      const mine = [...rest].filter((topic) => known.topics.get(`${before.period} ${place}`) === topic);
      const own = mine.length === 1 ? mine[0] : [...rest].filter((topic) => latest(topic)?.says === STATES[given])[0];
      assert.ok(own || rest.size === 0, `“${name}” stated ${[...rest].map((topic) => written(now.get(topic)))}`);
      if (own) {
        assert.equal(latest(own).says, STATES[given], `“${name}” stated ${written(now.get(own))}`);
        // “Not known” said of a narrower question says it of the wider one that answered both, as the row told.
        if (STATES[given] === 'unknown' && hint !== '') for (const topic of [...rest]) if (latest(topic)?.says === 'unknown') rest.delete(topic);
        learn(place, own);
        rest.delete(own);
        const row = after.rows.find((it) => it.place === place);
        if (row && after.period === before.period) assert.equal(STATES[row.pressed], STATES[given], `“${name}” was pressed and the row shows “${row.pressed}”`);
      }
    } else if (kind === 'confirm-rest' || kind === 'confirm-again') {
      assert.equal(rest.size, control.lines.length, `the list had ${control.lines.length} lines, and ${rest.size} were stated: ${control.lines}; ${[...rest]}`);
      const number = /\d+/.exec(control.name);
      if (number) assert.equal(Number(number[0]), control.lines.length, control.name);
      for (const topic of rest) assert.ok(['complete', 'yes'].includes(latest(topic)?.says), written(now.get(topic)));
      const counts = (list) => list.reduce((sum, it) => ({ ...sum, [it]: (sum[it] ?? 0) + 1 }), {});
      if (kind === 'confirm-rest') {
        const lines = control.lines.map((line) => STATES[line.split(/：|: /).at(-1)]);
        for (const [at, line] of control.lines.entries()) {
          const [name] = line.split(/（|：| \(|: /);
          const of = ({ rows }) => rows.filter((row) => row.question.includes(name));
          // A section is folded away once all of it is answered.
          const folded = of(before).length === 0 || of(after).length === 0;
          assert.ok(folded || of(after).some((row) => STATES[row.pressed] === lines[at]), `“${line}” was confirmed and no row shows it`);
        }
        assert.deepEqual(counts([...rest].map((topic) => latest(topic)?.says)), counts(lines), control.lines.join('\n'));
      }
      known.names.set(control.form, [...(known.names.get(control.form) ?? []), ...rest]);
      rest.clear();
    } else if (kind === 'undo') {
      const acts = [...(known.names.get('rest') ?? []), ...(known.names.get('again') ?? [])];
      for (const topic of [...rest]) if (acts.includes(topic)) rest.delete(topic);
    } else if (kind === 'take-back') {
      assert.ok(rest.size <= 1, `taking “${control.beside}” back changed ${[...rest]}`);
      for (const topic of [...rest]) {
        assert.ok((now.get(topic)?.length ?? 0) <= before.store.statements.get(topic)?.length + 1, 'taking back stated something');
        rest.delete(topic);
      }
    } else if (kind === 'confirm-not-applicable') {
      assert.ok(rest.size <= 1, `a reason was given for ${[...rest]}`);
      for (const topic of [...rest]) {
        assert.equal(latest(topic)?.says, 'not-applicable', written(now.get(topic)));
        learn(control.row.place, topic);
        rest.delete(topic);
      }
    }
    assert.deepEqual([...rest].map((topic) => [written(before.store.statements.get(topic)), written(now.get(topic))]), [], `nothing in ${period} said so: stated by ${kind ?? 'no control'}`);
    return { control, kind, moved };
  }

  /** The field that a gesture typed into: what is in it may go. */
  const fieldOf = (before, { field, key }) => field ?? (key && before.focus && (before.focus.tag === 'INPUT' || before.focus.tag === 'TEXTAREA') ? before.focus : null);

  /** Incidents, remarks and all other things change by their own controls only. */
  function judgeRecords(before, gesture, after, { control, kind }) {
    const incidents = changed(before.store.incidents, after.store.incidents);
    const { size } = before.store.incidents;
    const grown = after.store.incidents.size - size;
    if (incidents.length > 0) {
      const right = { 'confirm-incident': grown === 0 || grown === 1, remove: grown === -1, 'undo-remove': grown === 1 || grown === 0 }[kind];
      assert.ok(right && incidents.length === 1, `${incidents.length} incidents changed by ${kind ?? 'no control'}, ${grown} more: ${incidents.map((id) => written(after.store.incidents.get(id)))}`);
    }
    const field = fieldOf(before, gesture);
    for (const key of changed(before.store.remarks, after.store.remarks)) {
      assert.equal(`remark-${key.split(' ').at(-1).replaceAll('.', '-')}`, field?.id, `the remark ${key} changed by itself`);
    }
    for (const [name, rows] of Object.entries(after.store.kept)) {
      const may = kind === 'sign' && ['bundles', 'texts', 'sent'].includes(name);
      // What a signing writes when the screen has been left already is still its own.
      if (!may) assert.deepEqual(changed(before.store.kept[name], rows), [], `${name} changed by ${kind ?? 'no control'}`);
    }
    const isIncidentForm = field?.form === 'incident' || control?.form === 'incident' || (before.focus?.form === 'incident' && gesture.key);
    for (const place of changed(before.store.drafts, after.store.drafts)) {
      const [was, is] = [before.store.drafts.get(place), after.store.drafts.get(place)];
      if (place.startsWith('incident/')) {
        assert.ok(isIncidentForm || kind === 'discard', `${place} changed from ${written(was)} to ${written(is)} by ${kind ?? 'no control'}`);
      } else if (place.startsWith('figures/') && was) {
        const gone = Object.keys(was).filter((name) => is?.[name] === undefined);
        const [own] = gone.map((name) => name.split('.')[0]);
        const left = before.focus?.figure && `${before.focus.row.place}`;
        assert.ok(gone.every((name) => name.startsWith(`${own}.`)) && (gone.length === 0 || own === left), `the figures ${gone} are gone from ${written(was)}`);
      } else if (!place.startsWith('at-once/') && !place.startsWith('figures/')) {
        assert.ok(field || control, `${place} changed by no control`);
      }
    }
  }

  const kept = ({ statements, incidents, remarks, drafts }) => [statements, incidents, remarks, drafts].map(written).join(' ');

  /** No word that was typed is gone, unless it was overwritten, or given up by a button that says so. */
  function judgeWords(before, gesture, after, { control, kind, moved }) {
    const alive = marks(`${kept(after.store)} ${after.shows}`);
    const field = fieldOf(before, gesture);
    const given = new Set(field ? marks(field.value) : []);
    const give = (text) => marks(text).forEach((word) => given.add(word));
    const incidents = changed(before.store.incidents, after.store.incidents);
    for (const id of incidents) give(written(before.store.incidents.get(id)) ?? '');
    for (const topic of moved) give(written(before.store.statements.get(topic)) ?? '');
    if (kind === 'discard') give(control.beside);
    if (kind === 'start-over') give(before.controls.filter((it) => it.form === 'incident').map((it) => it.value).join(' '));
    if (kind === 'cancel-not-applicable') give(before.controls.filter((it) => it.form === 'not-applicable').map((it) => it.value).join(' '));
    const lost = [...words.keys()].filter((word) => !alive.has(word));
    assert.deepEqual(lost.filter((word) => !given.has(word)), [], `typed words are gone; ${kind ?? 'no control'} gave up ${[...given]}`);
    lost.forEach((word) => words.delete(word));
    // What was said of an incident that was then removed is there again only if that is undone, and what was half changed of it.
    if (kind === 'remove') {
      const changes = [...after.store.drafts].filter(([place]) => incidents.some((id) => place.endsWith(`/change/${id}`)));
      marks(`${written(changes)} ${incidents.map((id) => written(before.store.incidents.get(id)))}`).forEach((word) => words.delete(word));
    }
  }

  async function judge(before, gesture, after) {
    page.watch.quiet();
    assert.ok(after.headings > 0, `no heading at ${after.hash}`);
    assert.ok(after.controls.some((it) => it.tag === 'A' || it.tag === 'BUTTON'), `no way on and back at ${after.hash}`);
    assert.doesNotMatch(after.saving, /没有保存|Not saved/);
    const found = judgeStatements(before, gesture, after);
    judgeRecords(before, gesture, after, found);
    judgeWords(before, gesture, after, found);
  }

  /** Goes over the sheet of a period with everything open, and over its incidents: all that is stored is there. */
  async function inspect(period) {
    await go(`#/tasks/${period}`);
    for (const folded of ['.tasks-section-head [aria-expanded=false]', '.tasks-more[aria-expanded=false]']) {
      await screen.until('the sheet', () => screen.run(() => document.querySelector('.tasks-section') !== null));
      await screen.settled();
      await screen.run((folded) => document.querySelectorAll(folded).forEach((it) => it.click()), folded);
    }
    const sheet = await look();
    const taken = await screen.run(() => [...document.querySelectorAll('.tasks-details p.small')].filter((it) => it.querySelector('button')).map((it) => it.innerText));
    inspectSheet(period, sheet, new Set(taken));
    const drawn = sheet.shows;
    await go(`#/incidents/${period}`);
    const list = await look();
    const days = daysOf(period);
    const incidents = [...list.store.incidents].filter(([, it]) => it.day >= days.first && it.day <= days.end);
    const acts = (kind) => list.controls.filter((it) => kindOf(it) === kind).length;
    assert.deepEqual([acts('edit'), acts('remove')], [incidents.length, incidents.length], `incidents of ${period}: ${written(incidents)}`);
    const unfinished = [...list.store.drafts.keys()].filter((place) => place.startsWith(`incident/${period}/`));
    const offered = unfinished.filter((place) => !place.includes('/change/') || list.store.incidents.has(place.split('/').at(-1)));
    await screen.until(`${offered.length} unfinished incidents`, async () => (await screen.run(() => document.querySelectorAll('[data-unfinished]').length)) === offered.length);
    const shown = marks(`${drawn} ${(await screen.run(seenNow)).shows}`);
    const hidden = [...words].filter(([word, of]) => of === period && !shown.has(word)).map(([word]) => word);
    assert.deepEqual(hidden, [], `typed in ${period}, kept, and on no screen of it; drafts: ${written(list.store.drafts)}`);
  }

  function inspectSheet(period, { rows, store }, taken) {
    const days = daysOf(period);
    const speaking = new Map();
    for (const [topic, all] of store.statements) {
      const own = latestOn(days, all);
      if (own) speaking.set(topic, own);
    }
    assert.equal(taken.size, speaking.size, `can be taken back: ${[...taken].join('\n')}\nis stored: ${[...speaking.keys()].join('\n')}`);
    for (const row of rows) {
      const topic = known.topics.get(`${period} ${row.place}`);
      const stored = topic && speaking.get(topic);
      const shows = row.states || row.figures.some((it) => it.values.some((value) => value !== '')) || row.pressed !== '';
      if (topic && !stored && row.hint === '' && !row.figures.some((it) => it.pending)) assert.ok(!shows, `“${row.question}” shows “${row.pressed}” and nothing is stored`);
      if (!stored) continue;
      const said = stored.says;
      const whole = stored.from <= days.first && stored.to >= days.last;
      if (said === 'complete') assert.ok(!whole || row.asks || STATES[row.pressed] === 'complete', `“${row.question}” is stated and shows “${row.pressed}”`);
      else if (['yes', 'no', 'unknown'].includes(said)) assert.equal(STATES[row.pressed], said, `“${row.question}” is stated and shows “${row.pressed}”`);
      else assert.ok(shows, `“${row.question}” is stated and the row shows nothing`);
    }
  }

  return { look, offers, judge };
}
