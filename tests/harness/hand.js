// A random but repeatable hand: chooses among what a screen offers, does it, and has every gesture judged. Knows no screen.

/** The seed that the environment gives, or `usual`. */
export function seedOf(usual) {
  const seed = Number(process.env.CUNPING_SEED ?? usual);
  if (Number.isInteger(seed) && seed > 0 && seed < 2_147_483_647) return seed;
  throw new Error(`CUNPING_SEED is no number from 1 to 2147483646: ${process.env.CUNPING_SEED}`);
}

export class Hand {
  constructor(seed) {
    this.seed = seed;
    this.state = seed;
    /** What was done, in words. */
    this.done = [];
    // The first numbers of neighbouring seeds are neighbours.
    for (let step = 0; step < 9; step += 1) this.random();
  }

  /** A number from 0 to 1 that the seed repeats. */
  random() {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state / 2_147_483_647;
  }

  /** A whole number from 0 to below `end`. */
  below(end) {
    return Math.floor(this.random() * end);
  }

  /** One of a list. */
  among(list) {
    return list[this.below(list.length)];
  }

  /** One of `[weight, what]`, the heavier the likelier. */
  weighted(all) {
    let left = this.random() * all.reduce((sum, [weight]) => sum + weight, 0);
    return (all.find(([weight]) => (left -= weight) < 0) ?? all.at(-1))[1];
  }

  /** What it tells of a failure: how to repeat it, and what led to it. */
  failed(error) {
    const first = Math.max(this.done.length - 10, 0);
    const last = this.done.slice(first).map((words, at) => `  ${first + at + 1}. ${words}`);
    return new Error(`CUNPING_SEED=${this.seed}, gesture ${this.done.length}: ${error.message}\nthe last gestures:\n${last.join('\n')}`, { cause: error });
  }

  /**
   * Makes so many gestures. `look` answers with what is there now, `offers` with the gestures that it allows as
   * `[weight, { words, act }]`, and `judge` throws if what a gesture did is not right; it gets what was there before and after.
   */
  async play(times, { look, offers, judge }) {
    try {
      let before = await look();
      for (let time = 0; time < times; time += 1) {
        const gesture = this.weighted(offers(before));
        this.done.push(gesture.words);
        await gesture.act();
        const after = await look();
        await judge(before, gesture, after);
        before = after;
      }
    } catch (error) {
      throw this.failed(error);
    }
  }
}
