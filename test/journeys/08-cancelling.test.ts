import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { requestIn, volunteerOf } from '../support/samples.ts';

describe.skipIf(!hasBrowser)('08 Somebody cannot after all', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);

  async function stateOf(id: string): Promise<string> {
    const found = await db
      .selectFrom('spot.support_requests')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return found.state;
  }

  test('The volunteer steps back, and somebody else is looked for at once', async () => {
    const id = await requestIn(db, 'accepted');
    const volunteer = await browser.come({
      as: await volunteerOf(db, product.ids, id),
      locale: 'ja',
      scripts: 'off',
    });
    await volunteer.go(`/spot/visits/${id}`);
    await volunteer.unfold('「はい」を取り消す');
    await volunteer.pressAt('form[action$="/withdrawal"] button:not([name])');
    expect(await volunteer.text()).toContain('別の人を探します');
    expect(await stateOf(id)).toBe('open');
  });

  test('The resident cancels on the day itself; it is said that it is late', async () => {
    const id = await requestIn(db, 'confirmed');
    const sita = await browser.come({ as: 'sita' });
    await sita.go(`/spot/requests/${id}`);
    await sita.unfold('Cancel this request');
    expect(await sita.text()).toContain('after 17:00 on the day before');
    await sita.type('reason', 'My child has a fever.');
    await sita.pressAt('form[action$="/cancellation"] button:not([name])');
    expect(await sita.text()).toContain('Canceled.');
    expect(await stateOf(id)).toBe('cancelled');
  });
});
