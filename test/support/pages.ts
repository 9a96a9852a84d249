import { PAGES } from '../../bin/pictures/pages.ts';
import { findWorld } from '../../bin/pictures/world.ts';
import { LOCALES, type Locale, STAFF_LOCALES } from '../../src/platform/languages/locales.ts';
import { ask, type Caller, signIn, VISITOR } from './caller.ts';
import type { Product } from './product.ts';

/** A page of the product as somebody gets it who may see it. */
export interface DrawnPage {
  readonly name: string;
  readonly locale: Locale;
  readonly route: string;
  readonly html: string;
}

/** The style guide shows whole pages within its own, and has a test of its own. */
const LOOKED_AT = PAGES.filter(({ route }) => route !== '/styleguide');

/** Every page in every language it exists in, as it is sent to whoever of the product's world looks at it. */
export async function drawPages(product: Product): Promise<DrawnPage[]> {
  const { db } = product.database;
  await db
    .insertInto('platform.development_mail')
    .values({ recipient: 'a@b.example', subject: 'A', body: 'B', sent_at: product.clock() })
    .execute();
  const world = await findWorld(db);
  const callers = new Map<string | null, Caller>([[null, VISITOR]]);
  const drawn: DrawnPage[] = [];
  for (const page of LOOKED_AT) {
    const who = page.who(world);
    const caller = callers.get(who) ?? (await signIn(product, who ?? ''));
    callers.set(who, caller);
    const path = page.path(world);
    for (const locale of page.languages === 'all' ? LOCALES : STAFF_LOCALES) {
      const answer = await ask(product, caller, `/${locale}${path === '/' ? '' : path}`);
      drawn.push({ name: page.name, locale, route: page.route, html: await answer.text() });
    }
  }
  return drawn;
}
