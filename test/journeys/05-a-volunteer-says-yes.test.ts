import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { askedFor, requestIn } from '../support/samples.ts';

describe.skipIf(!hasBrowser)('05 A volunteer says yes, and a rival is too late', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const requestId = await requestIn(db, 'open');
  const [first, rival] = await askedFor(db, product.ids, requestId);

  test('Two see the same card without a name or address; the first to press wins, the other is thanked', async () => {
    expect(rival).toBeDefined();
    if (!first || !rival) return;
    const volunteer = await browser.come({ as: first.name, locale: 'ja' });
    // Without scripts: with them the page would tell at once that it is over.
    const late = await browser.come({ as: rival.name, locale: 'ja', scripts: 'off' });
    await volunteer.go('/spot/offers');
    const card = await volunteer.page.locator(`#offer-${first.offerId}`).textContent();
    expect(card).toContain('墨田区');
    expect(card).not.toContain('Sita');
    await late.go(`/spot/offers/${rival.offerId}`);
    // A slip of the thumb is no answer yet: that they can't is asked once more.
    await late.page.locator(`#cannot-${rival.offerId} summary`).click();
    expect(late.where()).toBe(`/spot/offers/${rival.offerId}`);
    expect(await late.page.locator(`#cannot-${rival.offerId} form button`).isVisible()).toBe(true);

    await volunteer.go(`/spot/offers/${first.offerId}`);
    await volunteer.pressAt(`form[action$="/acceptance"] button`);
    expect(volunteer.where()).toBe(`/spot/visits/${requestId}`);
    expect(await volunteer.text()).toContain('お願いした人の確認を待っています');

    await late.pressAt(`form[action$="/acceptance"] button`);
    expect(await late.text()).toContain('お返事ありがとうございます');
    expect(await late.text()).not.toContain('500');
    const yes = await db
      .selectFrom('spot.assignments')
      .select('volunteer_id')
      .where('request_id', '=', requestId)
      .where('is_active', '=', true)
      .execute();
    expect(yes).toEqual([{ volunteer_id: product.ids[first.name] }]);
  });
});
