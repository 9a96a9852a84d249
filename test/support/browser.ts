import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { findBrowser } from '../../bin/browser/find.ts';
import { launchBrowser } from '../../bin/browser/launch.ts';
import type { Locale } from '../../src/platform/languages/locales.ts';
import { findFaults } from './first-judge.ts';
import type { ServedProduct } from './product.ts';
import type { PersonName } from './world.ts';

/** Whether there is a Chromium here; without one the journeys are left out, and `npm test` has said so. */
export const hasBrowser = findBrowser() !== null;

/** How somebody comes to the product. */
export interface Coming {
  /** Signed in as somebody of the small world; a visitor otherwise. */
  readonly as?: PersonName;
  readonly locale?: Locale;
  /** In CSS pixels; 360 unless said, a small phone. */
  readonly width?: number;
  readonly scripts?: 'on' | 'off';
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens a browser for a test file. Each person comes with a fresh context that ends with the test. */
export async function openBrowser(product: ServedProduct): Promise<{ come(how?: Coming): Promise<Walker> }> {
  let browser = await launchBrowser();
  const walkers: Walker[] = [];
  afterAll(() => inGoodTime(browser.close()));
  afterEach(async () => {
    const complaints = walkers.flatMap((walker) => walker.complaints);
    const leaving = Promise.all(walkers.splice(0).map((walker) => walker.leave()));
    // Seen once in some thousands: a Chromium that never says that a context is closed. It ends with the tests' process.
    if (!(await inGoodTime(leaving))) browser = await launchBrowser();
    expect(complaints).toEqual([]);
    expect(product.problems.splice(0)).toEqual([]);
  });
  return {
    async come(how = {}) {
      const { width = 360, scripts = 'on', colorScheme = 'light', locale = 'en' } = how;
      const context = await browser.newContext({
        viewport: { width, height: 780 },
        colorScheme,
        baseURL: product.address,
      });
      if (how.as) await signInAs(context, product, product.ids[how.as]);
      const page = await context.newPage();
      const switchScripts = await scriptSwitch(page);
      if (scripts === 'off') await switchScripts('off');
      const walker = new Walker(page, locale, scripts === 'off' ? switchScripts : null);
      walkers.push(walker);
      return walker;
    },
  };
}

/** @returns whether what a browser does is done after half a minute; it is left alone then, to its own end or to the process's */
async function inGoodTime(done: Promise<unknown>): Promise<boolean> {
  const ended = new AbortController();
  const patience = setTimeout(30_000, false, { signal: ended.signal });
  const inTime = await Promise.race([done.then(() => true), patience]);
  ended.abort();
  return inTime;
}

/** One press on the sign-in page of the demonstration, as its button sends it. */
export async function signInAs(
  context: BrowserContext,
  product: ServedProduct,
  personId: string,
): Promise<void> {
  const answer = await context.request.post(`${product.address}/en/demonstration/sign-in`, {
    form: { personId: personId, idempotency_key: crypto.randomUUID() },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
}

type ScriptSwitch = (to: 'on' | 'off') => Promise<void>;

/** Turns the page's scripts off, as in the browser's settings; on again for a moment, when axe looks. */
async function scriptSwitch(page: Page): Promise<ScriptSwitch> {
  const protocol = await page.context().newCDPSession(page);
  return async (to) => {
    await protocol.send('Emulation.setScriptExecutionDisabled', { value: to === 'off' });
  };
}

/** Somebody on their way through the product. Every page they come to is looked at: axe, and nothing to scroll sideways. */
export class Walker {
  readonly page: Page;
  readonly locale: Locale;
  readonly complaints: string[] = [];

  readonly #switchScripts: ScriptSwitch | null;

  /** @param switchScripts for somebody who walks without scripts */
  constructor(page: Page, locale: Locale, switchScripts: ScriptSwitch | null) {
    this.page = page;
    this.locale = locale;
    this.#switchScripts = switchScripts;
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (problem) => this.complaints.push(problem.message));
    page.on('console', (message) => {
      // Refusals come with a status of 4xx, which Chromium calls a failed load.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
        this.complaints.push(`${message.text()} on ${page.url()}`);
      }
    });
  }

  /** Goes to a path, which is without the language. */
  async go(path: string): Promise<void> {
    const answer = await this.page.goto(path === '/' ? `/${this.locale}` : `/${this.locale}${path}`);
    expect(answer?.status(), path).toBeLessThan(500);
    await this.look();
  }

  /** Presses a button or link by its words, and waits for the page it leads to. */
  async press(words: string | RegExp, within = 'main'): Promise<void> {
    const all = this.page.locator(within).locator('button:visible, a:visible').filter({ hasText: words });
    await this.#follow(all.first());
  }

  /** As `press`, by a selector: where the words have readings above them. */
  async pressAt(selector: string): Promise<void> {
    await this.#follow(this.page.locator(selector).filter({ visible: true }).first());
  }

  async #follow(target: Locator): Promise<void> {
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), target.click()]);
    await this.look();
  }

  /** Opens what is folded away under some words. */
  async unfold(words: string | RegExp): Promise<void> {
    await this.page.locator('summary').filter({ hasText: words }).first().click();
  }

  async type(field: string, words: string): Promise<void> {
    await this.page.fill(`[name="${field}"]`, words);
  }

  async choose(field: string, value: string): Promise<void> {
    const control = this.page.locator(`select[name="${field}"]`);
    if ((await control.count()) > 0) await control.selectOption(value);
    else await this.page.locator(`[name="${field}"][value="${value}"]`).check({ force: true });
  }

  /** The path that is shown, without the language. */
  where(): string {
    return new URL(this.page.url()).pathname.replace(/^\/(ja-easy|ja|en|zh-Hans)(?=\/|$)/, '') || '/';
  }

  /** What a reader sees on the page, readings above characters left out. */
  async text(): Promise<string> {
    const html = await this.page.locator('main').innerHTML();
    return html
      .replaceAll(/<(rt|rp)\b[^>]*>.*?<\/\1>/gs, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ');
  }

  /** Looks at a page unless it has been looked at before: same kind of page, same headline and steps, same way of looking. */
  async look(): Promise<void> {
    const { width = 0 } = this.page.viewportSize() ?? {};
    const heads = await this.page.locator('h1, h2, button, [aria-invalid]').allTextContents();
    const kind = new URL(this.page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id');
    const seen = `${kind} ${width} ${this.#switchScripts !== null} ${heads.join('|')}`;
    if (lookedAt.has(seen)) return;
    lookedAt.add(seen);
    await this.#switchScripts?.('on');
    expect(await findFaults(this.page), this.page.url()).toEqual([]);
    await this.#switchScripts?.('off');
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

const lookedAt = new Set<string>();
