// Measures a screen: what sticks out sideways, what is too small to hit, what is cut off. Changes nothing.

/** One line for each thing that sticks out of the window sideways; what scrolls inside a region of its own may. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const lines = [];
    if (document.documentElement.scrollWidth > width) lines.push(`the page is ${document.documentElement.scrollWidth} px wide in ${width}`);
    const scrolls = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || getComputedStyle(element).visibility === 'hidden') continue;
      if ((box.right > width + 0.5 || box.left < -0.5) && !scrolls(element) && !element.closest('[aria-hidden=true], .skip, .visually-hidden')) {
        lines.push(`<${element.tagName.toLowerCase()} class="${element.className}"> ${Math.round(box.left)}…${Math.round(box.right)} ${(element.textContent || '').trim().slice(0, 30)}`);
      }
    }
    return lines;
  });
}

/** One line for each interactive thing smaller than 24 × 24 px (WCAG 2.2, 2.5.8; a link inside a sentence may be). */
export function smallTargets(page) {
  return page.evaluate(() => {
    const lines = [];
    for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [tabindex="0"]')) {
      if (element.closest('[hidden], [aria-hidden=true]') || element.type === 'hidden') continue;
      const style = getComputedStyle(element);
      if (style.visibility === 'hidden' || style.display === 'none') continue;
      // A choice is hit on its label as well; a link in running text is exempt.
      const box = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect()).reduce((one, other) => ({
        width: Math.max(one.width, other.width),
        height: Math.max(one.height, other.height),
      }));
      if (box.width === 0 && box.height === 0) continue;
      if (box.width <= 1 && box.height <= 1) continue; // Shown only when it has the focus.
      const inText = element.tagName === 'A' && style.display === 'inline' && element.parentElement.innerText.trim().length > element.innerText.trim().length + 2;
      if ((box.width < 24 || box.height < 24) && !inText) {
        lines.push(`<${element.tagName.toLowerCase()}> “${(element.innerText || element.value || element.name || '').slice(0, 30)}” ${Math.round(box.width)} × ${Math.round(box.height)}`);
      }
    }
    return lines;
  });
}
