// The worker that ships, asked directly under the page's policy. Says what app/src/worker/protocol.rs writes down.

/** What the worker answers to `texts`, one item for each bundle found in them. */
export async function ask(page, texts, overlays = []) {
  const answer = await page.evaluate(
    (texts, overlays) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(document.querySelector('meta[name=cunping-worker]').content);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = (event) => {
          worker.terminate();
          resolve(event.data);
        };
        worker.postMessage([JSON.stringify({ v: 9, job: 1, bodies: texts.length, overlays, packs: [] }), ...texts]);
      }),
    texts,
    overlays,
  );
  return JSON.parse(answer[0]).items;
}
