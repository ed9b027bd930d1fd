// Runs in the page before its scripts: tells what stands on the screen at every moment at which it reads “已保存”.

/** Installs the tap; `window.__told(kind, text)` must exist (a binding of the driver). */
export function tapSaved() {
  const saved = /(已保存|Saved) \d\d:\d\d/;
  let last = '';

  /** The address, the chosen answers and the typed texts: all that a person would take for saved. */
  function shown() {
    const chosen = [...document.querySelectorAll('input[type=radio]:checked, input[type=checkbox]:checked')];
    const typed = [...document.querySelectorAll('textarea, input[type=text], input:not([type])')];
    return JSON.stringify({
      at: location.hash,
      chosen: chosen.map((input) => (input.labels[0] || input).innerText.trim()),
      typed: typed.map((field) => field.value),
    });
  }

  function look() {
    const status = document.body && document.body.innerText;
    if (!status || !saved.test(status)) {
      last = '';
      return;
    }
    const now = shown();
    if (now !== last) window.__told('saved', now);
    last = now;
  }

  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
