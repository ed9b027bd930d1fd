// Reads a workbook as a spreadsheet would: each sheet by its name, a text as a string, a number as a number, an empty
// cell as null; whether a cell is a day is told by its format. Fails on a formula.
import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

/** Unpacks the deflated entries of a zip archive by its central directory. */
function unpacked(bytes) {
  const out = {};
  let at = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = bytes.readUInt16LE(at + 10);
  at = bytes.readUInt32LE(at + 16);
  for (let n = 0; n < count; n += 1) {
    const [size, name, extra, comment] = [bytes.readUInt32LE(at + 20), ...[28, 30, 32].map((it) => bytes.readUInt16LE(at + it))];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    assert.equal(bytes.readUInt16LE(at + 10), 8, 'deflated');
    out[bytes.toString('utf8', at + 46, at + 46 + name)] = inflateRawSync(bytes.subarray(start, start + size)).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return out;
}

const plain = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

const column = (place) => [...place.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function rows(xml) {
  assert.doesNotMatch(xml, /<f[ >]/, 'no formula');
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const out = [];
    for (const [, place, style, rest] of row.matchAll(/<c r="([A-Z]+\d+)" s="(\d)"([^]*?)<\/c>/g)) {
      const text = /<t [^>]*>([^]*)<\/t>/.exec(rest);
      const number = Number(/<v>(-?\d+)<\/v>/.exec(rest)?.[1]);
      const day = () => new Date(Date.UTC(1899, 11, 30) + number * 86_400_000);
      out[column(place)] = text ? plain(text[1]) : style === '2' ? day() : number;
    }
    return Array.from(out, (it) => it ?? null);
  });
}

/** Returns the sheets as `[name, rows]`, in their order. */
export function sheets(bytes) {
  const parts = unpacked(bytes);
  const names = [...parts['xl/workbook.xml'].matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => plain(name));
  return names.map((name, at) => [name, rows(parts[`xl/worksheets/sheet${at + 1}.xml`])]);
}
