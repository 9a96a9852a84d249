import type { Page } from 'playwright-core';

/** What a reader sees of a page beneath its header: no readings above characters, nothing folded away or left to be chosen from. */
const WORDS = `(() => {
  const main = document.querySelector('main');
  const isSeen = (one) => {
    if (one.closest('rt, rp, .visually-hidden, option, datalist, script')) return false;
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    for (let part = one; part !== main; part = part.parentElement)
      if (part.getBoundingClientRect().width <= 1) return false;
    return true;
  };
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let said = '';
  while (texts.nextNode()) if (isSeen(texts.currentNode.parentElement)) said += ' ' + texts.currentNode.data;
  return said.split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)).length;
})()`;

const SCREEN = `[...document.querySelectorAll('[data-stepping] [data-step]')].find((step) => !step.hidden)?.id ?? ''`;

/** Counts what somebody has to do to come through pages: taps, screens, and the words that stand on them. */
export class Effort {
  taps = 0;
  /** Each screen, by its path and step, with its words. */
  readonly screens = new Map<string, number>();
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get words(): number {
    return [...this.screens.values()].reduce((sum, words) => sum + words, 0);
  }

  /** Looks at what is shown now; what has been seen before counts once. */
  async look(): Promise<void> {
    const { pathname } = new URL(this.#page.url());
    const screen = `${pathname} ${await this.#page.evaluate<string>(SCREEN)}`.trim();
    if (this.screens.has(screen)) return;
    this.screens.set(screen, await this.#page.evaluate<number>(WORDS));
  }

  /** A press on what is in sight, and the screen to which it leads. */
  async tap(selector: string, leadsTo?: string | RegExp): Promise<void> {
    this.taps++;
    await this.#page.locator(selector).filter({ visible: true }).first().click();
    if (typeof leadsTo === 'string') await this.#page.waitForSelector(leadsTo);
    else if (leadsTo) await this.#page.waitForURL(leadsTo);
    if (leadsTo) await this.look();
  }

  /** One of several, of a list or of cards. */
  async choose(name: string, value: string): Promise<void> {
    this.taps++;
    const list = this.#page.locator(`select[name="${name}"]`);
    if ((await list.count()) > 0) await list.selectOption(value);
    else await this.#page.check(`[name="${name}"][value="${value}"]`, { force: true });
  }

  /** A field that is pressed, then typed into. */
  async type(name: string, words: string): Promise<void> {
    this.taps++;
    await this.#page.fill(`[name="${name}"]`, words);
  }

  toString(): string {
    const lines = [...this.screens].map(([screen, words]) => `  ${screen}: ${words} words`);
    return [`${this.taps} taps, ${this.screens.size} screens, ${this.words} words`, ...lines].join('\n');
  }
}
