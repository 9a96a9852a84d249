import type { Page } from 'playwright-core';

/**
 * How many words a reader sees beneath the header: no readings above characters, nothing folded away or left to be chosen
 * from, nobody whom only a demonstration offers to be, not the reader's own words. Up to a field or button that is used, or all.
 */
const COUNT = `(selector) => {
  const main = document.querySelector('main');
  const used = selector && [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const end = used && (used.closest('.field, .slot, .actions') ?? used);
  const isSeen = (one) => {
    if (one.closest('rt, rp, .visually-hidden, option, datalist, script, .kept-lines, [aria-labelledby="demonstration-people"]')) return false;
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    for (let part = one; part !== main; part = part.parentElement)
      if (part.getBoundingClientRect().width <= 1) return false;
    return true;
  };
  const isPassed = (text) => !end || end.contains(text) || end.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING;
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let said = '';
  while (texts.nextNode()) if (isPassed(texts.currentNode) && isSeen(texts.currentNode.parentElement)) said += ' ' + texts.currentNode.data;
  return said.split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)).length;
}`;

const SCREEN = `[...document.querySelectorAll('[data-stepping] [data-step]')].find((step) => !step.hidden)?.id ?? ''`;

interface Screen {
  /** All words that stand on it. */
  readonly words: number;
  /** Those down to the last field or button that is used: what lies on the way. */
  passed: number;
}

/** Counts what somebody has to do to come through pages: taps, screens, and the words that lie on the way. */
export class Effort {
  taps = 0;
  /** By path and step. */
  readonly screens = new Map<string, Screen>();
  readonly #page: Page;
  #now: Screen = { words: 0, passed: 0 };

  constructor(page: Page) {
    this.#page = page;
  }

  get passed(): number {
    return [...this.screens.values()].reduce((sum, { passed }) => sum + passed, 0);
  }

  /** Looks at what is shown now; what has been seen before counts once. */
  async look(): Promise<void> {
    const path = new URL(this.#page.url()).pathname.replace(/[0-9a-f-]{36}/, ':id');
    const screen = `${path} ${await this.#page.evaluate<string>(SCREEN)}`.trim();
    this.#now = this.screens.get(screen) ?? { words: await this.#count(), passed: 0 };
    this.screens.set(screen, this.#now);
  }

  /** A press on what is in sight, and the screen to which it leads. */
  async tap(selector: string, leadsTo: string | RegExp): Promise<void> {
    await this.#use(selector);
    await this.#page.locator(selector).filter({ visible: true }).first().click();
    if (typeof leadsTo === 'string') await this.#page.waitForSelector(leadsTo);
    else await this.#page.waitForURL(leadsTo);
    await this.look();
  }

  /** One of several, of a list or of cards. */
  async choose(name: string, value: string): Promise<void> {
    await this.#use(`[name="${name}"]`);
    const list = this.#page.locator(`select[name="${name}"]`);
    if ((await list.count()) > 0) await list.selectOption(value);
    else await this.#page.check(`[name="${name}"][value="${value}"]`, { force: true });
  }

  /** A field that is pressed, then typed into. */
  async type(name: string, words: string): Promise<void> {
    await this.#use(`[name="${name}"]`);
    await this.#page.fill(`[name="${name}"]`, words);
  }

  /** What tells that it is done is read as well. */
  async read(selector: string): Promise<void> {
    this.#now.passed = Math.max(this.#now.passed, await this.#count(selector));
  }

  async #use(selector: string): Promise<void> {
    this.taps++;
    await this.read(selector);
  }

  #count(selector?: string): Promise<number> {
    return this.#page.evaluate<number>(`(${COUNT})(${JSON.stringify(selector ?? null)})`);
  }

  toString(): string {
    const all = [...this.screens.values()].reduce((sum, { words }) => sum + words, 0);
    const lines = [...this.screens].map(
      ([screen, { words, passed }]) => `  ${screen}: ${passed} of ${words}`,
    );
    const { taps, screens, passed } = this;
    return [`${taps} taps, ${screens.size} screens, ${passed} words on the way of ${all}`, ...lines].join(
      '\n',
    );
  }
}
