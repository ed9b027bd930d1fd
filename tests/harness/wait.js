// Waits for something to become true. The deadline only ends a test that will never pass; no time is asserted.

const DEADLINE = Number(process.env.CUNPING_DEADLINE ?? 20_000);

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The first truthy value of `look`, which is tried until the deadline. `what` may be a function that tells more. */
export async function until(what, look, deadline = DEADLINE) {
  const end = Date.now() + deadline;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`never came true: ${typeof what === 'function' ? await what() : what}`);
    await pause(20);
  }
}
