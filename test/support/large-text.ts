import type { Page } from 'playwright-core';

/** All sizes are in rem: twice the root is what a reader gets who has doubled their letters. Seen from the top: what is scrolled lies under the head. */
const lettersOf = (percent: number) =>
  `document.documentElement.style.fontSize = '${percent}%'; document.activeElement?.blur(); scrollTo(0, 0)`;

/**
 * What stands in the way of reading at this size. Letters are measured, not only boxes, for they may stick out of theirs;
 * readings above kanji and lines that are left out on purpose are not.
 */
const FAULTS = `(() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden, .shell-person') && !getComputedStyle(one).clipPath.startsWith('inset');
  const hides = (one) => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
  const lettersOf = (one) => {
    const rects = [one.getBoundingClientRect()];
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (!hides(one) && texts.nextNode()) {
      if (!shown(texts.currentNode.parentElement) || texts.currentNode.parentElement.closest('rt, rp')) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      rects.push(...range.getClientRects());
    }
    return rects.filter(({ width, height }) => width > 1 && height > 1);
  };
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const named = (one) => one.textContent.trim().slice(0, 40) || one.outerHTML.slice(0, 80);
  const overlaps = (selector) => {
    const all = [...document.querySelectorAll(selector)].filter(shown).map((one) => ({ one, rects: lettersOf(one) }));
    return all.flatMap((a, at) =>
      all.slice(at + 1)
        .filter((b) => !a.one.contains(b.one) && a.rects.some((left) => b.rects.some((right) => meet(left, right))))
        .map((b) => named(a.one) + ' lies over ' + named(b.one)));
  };
  const all = [...document.querySelectorAll('body *')].filter(shown);
  // What is typed may be longer than its field.
  const cut = all.filter((one) => one.tagName !== 'INPUT' && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && hides(one));
  const root = document.documentElement;
  const wide = root.scrollWidth > root.clientWidth ? all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1) : [];
  return [
    ...overlaps('.shell-header :is(.shell-home, .shell-help, summary, .menu-item)'),
    ...overlaps('main :is(h1, h2, h3, p, .button, summary, select, textarea, input[type=text], input[type=date])'),
    ...cut.map((one) => named(one) + ' is cut'),
    ...wide.slice(-3).map((one) => 'wider than the screen: ' + one.outerHTML.slice(0, 160)),
  ];
})()`;

/** Sets the letters of a page as it stands. @returns what lies over another, is cut, or is wider than the screen */
export async function findFaultsOfLargeText(page: Page, percent = 200): Promise<string[]> {
  await page.evaluate(lettersOf(percent));
  return page.evaluate<string[]>(FAULTS);
}
