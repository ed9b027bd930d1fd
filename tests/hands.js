// Lets a random hand work on the screens of two villages for long: `node hands.js`, with CUNPING_SEED to repeat one and
// CUNPING_GESTURES for how many in each village. Ends with 1 if anything is wrong.
import { Browser } from './harness/browser.js';
import { Hand, seedOf } from './harness/hand.js';
import { Screen } from './harness/screen.js';
import { serve } from './harness/server.js';
import { at } from './pages/hands.js';
import { setUp } from './pages/setup.js';

const seed = seedOf(1 + (Date.now() % 2_000_000_000));
const gestures = Number(process.env.CUNPING_GESTURES ?? 600);
console.log(`CUNPING_SEED=${seed} CUNPING_GESTURES=${gestures}`);
const server = await serve();
for (const unit of ['通史嘎查村委员会', '北村村委会']) {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  await setUp(screen, { unit });
  const hand = new Hand(seed);
  try {
    await hand.play(gestures, at(screen, hand));
    browser.quiet();
    console.log(`ok - ${unit}: ${hand.done.length} gestures`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`not ok - ${unit}: ${error.message}`);
  }
  await browser.close();
}
await server.stop();
