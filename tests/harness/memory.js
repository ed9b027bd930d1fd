// The memories of a page's modules, searched for a secret. Knows no screen.
import assert from 'node:assert/strict';

/** Runs in the page before its scripts: keeps the memory of every module that the page starts. */
export function keepMemories() {
  window.__memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const started = await start.apply(WebAssembly, all);
      // A chunk shares its page's.
      const { memory } = (started.instance ?? started).exports;
      if (memory) window.__memories.push(memory);
      return started;
    };
  }
}

/** How often a secret lies in the page's memories, as bytes and as its hexadecimal digits; fails where there is no memory to search. */
export async function copies(screen, hex) {
  const { searched, found } = await screen.run((hex) => {
    const bytes = hex.match(/../g).map((it) => parseInt(it, 16));
    const digits = [...hex].map((it) => it.charCodeAt(0));
    const count = (memory, wanted) => {
      let found = 0;
      for (let at = memory.indexOf(wanted[0]); at >= 0; at = memory.indexOf(wanted[0], at + 1)) {
        if (wanted.every((it, place) => memory[at + place] === it)) found += 1;
      }
      return found;
    };
    const memories = window.__memories.map((it) => new Uint8Array(it.buffer));
    const sum = (all) => all.reduce((sum, it) => sum + it, 0);
    return {
      searched: sum(memories.map((it) => it.length)),
      found: sum(memories.flatMap((it) => [count(it, bytes), count(it, digits)])),
    };
  }, hex);
  assert.ok(searched > 1 << 20, `${searched} bytes were searched`);
  return found;
}
