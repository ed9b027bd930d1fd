// Steps of one long job: when one fails, those after it say so at once and do not wait for what cannot come.
import assert from 'node:assert/strict';
import { test } from 'node:test';

/** Declares steps that build on one another: `const step = steps(); step(name, body)`. */
export function steps() {
  let broken;
  return (name, options, body = options) =>
    test(name, typeof options === 'function' ? {} : options, async (context) => {
      assert.equal(broken, undefined, `the step “${broken}” failed before`);
      try {
        await body(context);
      } catch (error) {
        broken = name;
        throw error;
      }
    });
}
