import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/platform/languages/locales.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { askedFor, requestIn } from '../support/samples.ts';

/** What an offer may take of a phone until it is opened. */
const MOST_PIXELS = 480;

const HEIGHTS = `[...document.querySelectorAll('.request-card')].map((card) => card.getBoundingClientRect().height)`;

describe.skipIf(!hasBrowser)('16 Offers at a glance, on a small phone', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const requestId = await requestIn(db, 'open');
  const [asked] = await askedFor(db, product.ids, requestId);
  // With three times to choose from, and some way to go, it is as long as offers get.
  await db.updateTable('spot.offers').set({ distance_meters: 3_200 }).execute();
  await sql`insert into spot.possible_times (request_id, starts_at)
    select request_id, starts_at + days * interval '1 day' from spot.possible_times, (values (1), (2)) as v(days)
    where request_id = ${requestId} on conflict do nothing`.execute(db);

  test.each(LOCALES)('each takes little room until it is opened, in %s', async (locale) => {
    const volunteer = await browser.come({ as: asked?.name ?? 'sita', locale });
    await volunteer.go('/spot/offers');
    const heights = await volunteer.page.evaluate<number[]>(HEIGHTS);
    expect(heights.length).toBeGreaterThan(0);
    expect(heights.filter((height) => height > MOST_PIXELS)).toEqual([]);
  });

  test('A yes is two taps, what it promises stands between them, and it is taken back where it waits', async () => {
    const volunteer = await browser.come({ as: asked?.name ?? 'sita' });
    await volunteer.go('/spot/offers');
    await volunteer.unfold('Read it all and answer');
    expect(await volunteer.text()).toContain('If you say yes, you promise to go there at that time.');
    await volunteer.press('Yes, on');
    expect(volunteer.where()).toBe(`/spot/visits/${requestId}`);
    await volunteer.unfold('Take back my yes');
    expect(await volunteer.text()).toContain('They have not agreed yet. We tell them');
    await volunteer.press('Take back my yes');
    expect(volunteer.where()).toBe('/spot/visits');
    const { state } = await db
      .selectFrom('spot.support_requests')
      .select('state')
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(state).toBe('open');
  });
});
