// Files that count for nobody: strangers' in everybody's name, and those of enrolled keys in another's name. Asserts nothing.
import { digestOf, newKey, payloadOf, signed } from '../harness/forge.js';

const FAR = ['2199-01-01T00:00:00+08:00', '2030-06-01T09:00:00+08:00', '2001-01-01T00:00:00+08:00'];
const REASON = '冒用名义的文件。';

/** A decision about the unit of a report, by `party` as an office of the document. */
export function decision(report, { party, office, word }) {
  const { level, overlays, pack, period, software, stated_at, unit } = payloadOf(report);
  const reasons = word === 'qualified' ? [] : [{ text: REASON }];
  const step = word === 'removed' ? { step: 'step.removal' } : {};
  return {
    assessment: digestOf(report), decision: word, format: 1, kind: 'recognition', level, office, opinions: [], overlays, pack, party, period,
    reasons, sequence: 1, software, stated_at, unit, ...step,
  };
}

/** An answer to a file. */
function receipt(file, { party, answer, stated_at }) {
  const { kind, stated_at: then, unit } = payloadOf(file);
  const reasons = answer === 'returned' ? { reasons: [{ text: REASON }] } : {};
  const first_seen = then.slice(0, 10);
  return { answer, file: { digest: digestOf(file), kind }, first_seen, format: 1, kind: 'receipt', party, sequence: 1, software: 'tests', stated_at, unit, ...reasons };
}

/** The successor of a file of the same line. */
export const after = (payload, file, sequence = 7) => ({ ...payload, sequence, supersedes: digestOf(file) });

/** One after the other out of a list, for ever. */
function turns(list) {
  let at = 0;
  return () => list[at++ % list.length];
}

/**
 * Files that must count for nothing, as many of each sort as `counts` says: `{ sort, text }`. `at` has the `units` of the township, the
 * honest `reports` by unit, `decisions` and `opinions`, the payloads of other `claims` that one could make for units with an
 * enrolled key, the parties `township`, `county` and `police`, the enrolled `keys` of the last two, and the honest files that may
 * be signed again (`replayed`).
 */
export async function hostile(at, counts) {
  const makers = sorts(at);
  const all = [];
  for (const [sort, count] of Object.entries(counts)) {
    for (let made = 0; made < count; made += 1) all.push({ sort, text: await makers[sort]() });
  }
  return all;
}

function sorts({ units, reports, decisions, opinions, claims, replayed, township, county, police, keys }) {
  const codes = units.map((it) => it.code).sort();
  const [claim, far, report] = [turns(claims), turns(FAR), turns(Object.values(reports))];
  const [real, opinion, again, theirs] = [turns(decisions), turns(opinions), turns(replayed), turns([keys.police, keys.county])];
  const word = turns(['qualified', 'not-qualified', 'returned', 'removed']);
  const answer = turns(['accepted', 'returned', 'received']);
  const deciding = turns([
    [township, 'sumu-pingan'],
    [county, 'flag-pingan'],
    [{ ...township, office: 'sumu-pingan.ab12' }, 'sumu-pingan'],
    [{ ...county, office: 'zz' }, 'flag-pingan'],
    [{ ...county, office: 'a' }, 'sumu-pingan'],
  ]);
  const area = { code: township.unit, level: 'township', name: '苏力德苏木' };
  const summing = turns([
    [township, area],
    [{ ...township, office: 'x' }, area],
    [county, { code: county.unit, level: 'county', name: '乌审旗' }],
  ]);
  let made = 0;
  /** No two files are one. */
  const own = (payload) => ({ ...payload, software: `tests ${(made += 1)}` });
  const place = turns(['first', 'next', 'far', 'far next']);
  /** The first of its line or the successor of an honest file, of an honest day or a far one. */
  function placed(payload, file) {
    const where = place();
    const dated = where.startsWith('far') ? { ...payload, stated_at: far() } : payload;
    return own(file && where.endsWith('next') ? after(dated, file) : dated);
  }
  const claimed = () => {
    const payload = claim();
    return placed(payload, reports[payload.unit.code]);
  };
  const one = turns([true, true, false, false]);
  return {
    /** A village’s report with other facts, by a stranger’s key. */
    report: async () => signed(claimed(), await newKey()),
    /** The same by a key that is enrolled for an office. */
    lent: () => signed(claimed(), theirs()),
    /** A decision in the name of an office that decides, on an honest report or on a stranger’s. */
    decision: async () => {
      const [party, office] = deciding();
      const on = one() ? report() : await signed(claimed(), await newKey());
      return signed(placed(decision(on, { party, office, word: word() })), await newKey());
    },
    /** One that says to replace an honest decision with its contrary. */
    overruling: async () => {
      const file = real();
      const payload = payloadOf(file);
      const contrary = payload.decision === 'qualified' ? { decision: 'not-qualified', reasons: [{ text: REASON }] } : { decision: 'qualified', reasons: [] };
      return signed(own(after({ ...payload, ...contrary, stated_at: far() }, file)), await newKey());
    },
    /** One that the police station signs with its own key, as an office that decides. */
    usurped: () => {
      const [, office] = deciding();
      return signed(own(decision(report(), { party: police, office, word: word() })), keys.police);
    },
    /** An answer to an honest file, in the name of either office. */
    receipt: async () => signed(own(receipt(again(), { party: one() ? township : county, answer: answer(), stated_at: far() })), await newKey()),
    /** The very words of an honest file. */
    replay: async () => signed(payloadOf(again()), await newKey()),
    /** Objections to everything, in the name of the police station, which agreed, or of another. */
    opinion: async () => {
      const file = opinion();
      const payload = payloadOf(file);
      const says = payload.says.map((it) => ({ ...it, objection: REASON }));
      if (one()) return signed(placed({ ...payload, says }, file), await newKey());
      return signed(placed({ ...payload, says, party: { ...payload.party, office: 'sumu-health' } }), await newKey());
    },
    /** A roll-up that counts every unit as qualified, or says of none how it stands. */
    rollup: async () => {
      const [party, area] = summing();
      const { level, overlays, pack, period } = payloadOf(report());
      const bundle = digestOf(report());
      const counted = codes.map((unit) => ({ bundle, provisional: false, unit, verdict: 'qualified' }));
      const said = one() ? { children: [bundle], counted, unsettled: [] } : { children: [], counted: [], unsettled: codes };
      const about = { area, expected: codes, format: 1, kind: 'rollup', level, overlays, pack, party, period, sequence: 1 };
      return signed(own({ ...about, ...said, stated_at: far() }), await newKey());
    },
    /** A directory in which strangers’ keys are everybody’s, and the police station decides. */
    directory: async () => {
      const key = await newKey();
      const villages = await Promise.all(codes.map(async (unit) => [await newKey(), { unit }]));
      const each = [[key, township], ...villages].map((it) => [...it, Buffer.from(it[0].kid, 'base64url')]);
      const keys = each.sort(([, , a], [, , b]) => a.compare(b)).map(([{ jwk }, party]) => ({ enrolled_on: '2020-01-01', jwk, party, role: 'shared' }));
      const offices = [{ acts_as: [{ office: 'sumu-pingan', pack: payloadOf(report()).pack.id }], name: '示例派出所', office: police.office, unit: police.unit }];
      const listed = codes.map((code) => units.find((it) => it.code === code));
      const about = { area, format: 1, kind: 'directory', party: township, sequence: 1, stated_at: far() };
      return signed(own({ ...about, keys, offices, units: listed }), key);
    },
  };
}
