// Runs in the page before its scripts: tells what stands on the screen at every moment at which it reads “已保存”.

/** Installs the tap; `window.__told(kind, text)` must exist (a binding of the driver). */
export function tapSaved() {
  const saved = /(已保存|Saved) \d\d:\d\d/;
  let last = '';

  /** Of the part that the address names last, the answers that are pressed and the typed texts: all that a person would take for saved. */
  window.__shown = () => {
    const main = document.querySelector(`main [data-rule="${location.hash.split('/').pop()}"]`);
    const pressed = main ? [...main.querySelectorAll('[aria-pressed=true]')] : [];
    const typed = main ? [...main.querySelectorAll('textarea')] : [];
    return JSON.stringify({
      at: location.hash,
      pressed: pressed.map((button) => button.textContent),
      typed: typed.map((field) => field.value),
    });
  };

  function look() {
    const text = document.body && document.body.innerText;
    if (!text || !saved.test(text) || !document.querySelector('main textarea')) {
      last = '';
      return;
    }
    const now = window.__shown();
    if (now !== last) window.__told('saved', now);
    last = now;
  }

  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  // What is typed changes no node; it is looked at once the page has heard of it.
  document.addEventListener('input', () => setTimeout(look));
}
