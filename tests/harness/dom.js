// Runs inside the page: finds what a person finds, by role and name. Sent as source, so it must name nothing outside.

/** Installs `window.__find` unless it is there. Kept to what Chromium 86 understands. */
export function installFinder() {
  if (window.__find) return;

  const implied = [
    ['button', 'button, input[type=button], input[type=submit], summary'],
    ['link', 'a[href], area[href]'],
    ['radio', 'input[type=radio]'],
    ['checkbox', 'input[type=checkbox]'],
    ['combobox', 'select'],
    ['option', 'option'],
    ['file', 'input[type=file]'],
    ['textbox', 'textarea, input:not([type]), input[type=text], input[type=search], input[type=tel], input[type=password], input[type=date], input[type=number]'],
    ['heading', 'h1, h2, h3, h4, h5, h6'],
    ['table', 'table'],
    ['row', 'tr'],
    ['cell', 'td'],
    ['columnheader', 'thead th'],
    ['rowheader', 'tbody th'],
    ['group', 'fieldset, details'],
    ['dialog', 'dialog'],
    ['navigation', 'nav'],
    ['main', 'main'],
    ['list', 'ul, ol'],
    ['listitem', 'li'],
    ['status', 'output'],
    ['progressbar', 'progress'],
  ];

  const plain = (text) => (text || '').replace(/\s+/g, ' ').trim();

  function seen(element) {
    if (element.closest('[hidden], [aria-hidden=true]')) return false;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return style.visibility !== 'hidden' && style.display !== 'none' && (box.width > 0 || box.height > 0);
  }

  /** Whether it is seen and in nothing that is folded up. Old engines have no `checkVisibility`. */
  function shown(element) {
    for (let folded = element.closest('details:not([open])'); folded; folded = folded.parentElement.closest('details:not([open])')) {
      const summary = folded.querySelector('summary');
      if (!summary || !summary.contains(element)) return false;
    }
    return seen(element);
  }

  function roleOf(element) {
    const stated = element.getAttribute('role');
    if (stated) return stated;
    const found = implied.find(([, selector]) => element.matches(selector));
    return found ? found[0] : null;
  }

  function nameOf(element) {
    const stated = element.getAttribute('aria-label');
    if (stated) return plain(stated);
    const by = element.getAttribute('aria-labelledby');
    if (by) return plain(by.split(/\s+/).map((id) => (document.getElementById(id) || {}).textContent).join(' '));
    if (element.labels && element.labels.length) return plain([...element.labels].map(heard).join(' '));
    if (element.matches('fieldset')) return plain((element.querySelector('legend') || {}).innerText);
    if (element.matches('table')) return plain((element.querySelector('caption') || {}).innerText);
    if (element.matches('input[type=button], input[type=submit]')) return plain(element.value);
    return plain(heard(element));
  }

  /** The text below an element without what is hidden from screen readers. */
  function heard(element) {
    if (!element.querySelector('[aria-hidden=true]')) return element.innerText || element.textContent;
    return [...element.childNodes].map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent;
      return node.nodeType === Node.ELEMENT_NODE && node.getAttribute('aria-hidden') !== 'true' ? heard(node) : ' ';
    }).join(' ');
  }

  function fits(name, wanted) {
    if (wanted === null) return true;
    if (wanted.pattern) return new RegExp(wanted.pattern, wanted.flags).test(name);
    return name.includes(wanted.text);
  }

  /** All visible elements of `role` whose name fits, the exact ones first, below `scope`. */
  function all(role, wanted, scope) {
    const own = (implied.find(([name]) => name === role) || [])[1];
    const selector = own ? `${own}, [role="${role}"]` : `[role="${role}"]`;
    const list = [...(scope || document).querySelectorAll(selector)]
      .filter((element) => roleOf(element) === role && (role === 'file' || seen(element)))
      .filter((element) => fits(nameOf(element), wanted));
    const exact = (element) => (wanted && wanted.text === nameOf(element) ? 0 : 1);
    return list.sort((one, other) => exact(one) - exact(other));
  }

  window.__find = { all, nameOf, roleOf, seen, shown, plain };
}
