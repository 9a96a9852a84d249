import type { Page } from 'playwright-core';

/** Where the focus is, and whether most of it can be seen there: at its middle and between middle and corners. */
const LOOK = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const seen = (one, x, y) => {
    const top = document.elementFromPoint(x, y);
    // A browser shows the caret of a tall field: the rest may be below the window.
    return top === null || (one.contains(top) || top.contains(one) || top.closest('label')?.control === one);
  };
  const { left, top, width, height } = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const parts = [[0.5, 0.5], [0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]];
  const points = parts.map(([x, y]) => [left + width * x, top + height * y]);
  const hidden = points.filter(([x, y]) => !seen(at, x, y));
  const over = hidden.map(([x, y]) => document.elementFromPoint(x, y).outerHTML.slice(0, 80));
  const again = at.hasAttribute('data-met');
  at.setAttribute('data-met', '');
  return { html: at.outerHTML.slice(0, 120), over, again };
})()`;

const MOST_STOPS = 400;

/** Walks a page by the Tab key, from its beginning. @returns the stops that something else lies over */
export async function findCovered(tab: Page): Promise<string[]> {
  const covered: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await tab.keyboard.press('Tab');
    const at = await tab.evaluate<{ html: string; over: string[]; again: boolean } | null>(LOOK);
    if (!at || at.again) return covered;
    if (at.over.length > 1) covered.push(`${at.html} lies under ${at.over[0]}`);
  }
  return [...covered, 'no end of stops'];
}
