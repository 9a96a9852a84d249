import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PAGES } from '../../bin/pictures/pages.ts';
import { findWorld, type World } from '../../bin/pictures/world.ts';
import type { Locale } from '../../src/platform/languages/locales.ts';
import type { PageToTake } from '../../src/platform/parts/sampling.ts';
import { signInAs } from './browser.ts';
import type { ServedProduct } from './product.ts';

/** One page in one language. */
export interface View {
  readonly page: PageToTake;
  readonly locale: Locale;
}

/** The style guide has a test of its own (test/style-guide.test.ts). */
export const LOOKED_AT = PAGES.filter(({ route }) => route !== '/styleguide');

/** Opens what is folded away on a page; not the menus of the header, which would lie over it. */
export const UNFOLD =
  "for (const one of document.querySelectorAll('main details, footer details')) one.open = true";

/** Opens pages of the product, each as whoever it is for. */
export class EveryPage {
  readonly #product: ServedProduct;
  readonly #world: World;
  readonly #contexts = new Map<string, Promise<BrowserContext>>();

  private constructor(product: ServedProduct, world: World) {
    this.#product = product;
    this.#world = world;
  }

  /** The product's pages, with a mail in the mailbox of the demonstration. */
  static async of(product: ServedProduct): Promise<EveryPage> {
    const { db } = product.database;
    await db
      .insertInto('platform.development_mail')
      .values({ recipient: 'a@b.example', subject: 'Mail', body: 'Words.', sent_at: product.clock() })
      .execute();
    return new EveryPage(product, await findWorld(db));
  }

  /** The path of a view, with its language. */
  pathOf({ page, locale }: View): string {
    const path = page.path(this.#world);
    return `/${locale}${path === '/' ? '' : path}`;
  }

  /** A new tab as whoever a page is for; everybody has one context for all their pages. */
  async tabFor(browser: Browser, page: PageToTake): Promise<Page> {
    const who = page.who(this.#world);
    const known = this.#contexts.get(who ?? '');
    const context = known ?? this.#contextOf(browser, who);
    this.#contexts.set(who ?? '', context);
    return (await context).newPage();
  }

  async #contextOf(browser: Browser, who: string | null): Promise<BrowserContext> {
    // The judges bring scripts of their own, which our policy would forbid.
    const context = await browser.newContext({ baseURL: this.#product.address, bypassCSP: true });
    if (who) await signInAs(context, this.#product, who);
    return context;
  }
}

/** What is told of each view, two at a time: the browser and the program share two cores. */
export async function lookAtAll(
  views: readonly View[],
  lookAt: (view: View) => Promise<string[]>,
): Promise<string[]> {
  const left = [...views];
  const faults: string[] = [];
  const work = async (): Promise<void> => {
    for (let view = left.shift(); view; view = left.shift()) {
      const { page, locale } = view;
      faults.push(...(await lookAt(view)).map((fault) => `${page.name} ${locale} ${fault}`));
    }
  };
  await Promise.all([work(), work()]);
  return faults;
}
