import type { Page } from 'playwright-core';

const MOST = 150;

/** Goes through pages by the Tab key alone, and counts how often it is pressed. */
export class Tabbing {
  presses = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses Tab until something has the focus. @throws when it never has, with what was met */
  async to(selector: string): Promise<void> {
    const met: string[] = [];
    const isThere = `document.activeElement.matches(${JSON.stringify(selector)})`;
    while (!(await this.#page.evaluate<boolean>(isThere))) {
      if (met.length === MOST) throw new Error(`Tab never comes to ${selector}, but to ${met.join(', ')}`);
      await this.#page.keyboard.press('Tab');
      this.presses++;
      met.push(await this.#page.evaluate<string>('document.activeElement.outerHTML.slice(0, 60)'));
    }
  }

  /** Comes to a button or link and presses it. */
  async enter(selector: string): Promise<void> {
    await this.to(selector);
    await this.#page.keyboard.press('Enter');
  }
}
