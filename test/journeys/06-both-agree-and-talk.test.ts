import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { requestIn, volunteerOf } from '../support/samples.ts';

describe.skipIf(!hasBrowser)('06 The resident agrees, and both talk with each other', async () => {
  const product = await serveProduct();
  const { db, ids } = { ...product.database, ids: product.ids };
  const browser = await openBrowser(product);
  const id = await requestIn(db, 'accepted');
  const name = await volunteerOf(db, ids, id);

  test('She sees who would come, says yes, and takes the day into her calendar', async () => {
    const sita = await browser.come({ as: 'sita' });
    await sita.go(`/spot/requests/${id}`);
    expect(await sita.text()).toContain('Approved volunteer since');
    await sita.pressAt('form[action$="/confirmation"] button');
    expect(await sita.text()).toContain('Agreed.');

    const answer = await sita.page.request.get(`/en/spot/requests/${id}/calendar.ics`);
    expect(answer.headers()['content-type']).toContain('text/calendar');
    expect(await answer.text()).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART/);
  });

  test('They write to each other, and the coordinator can read along', async () => {
    const sita = await browser.come({ as: 'sita' });
    // A job opens the talk of the two once she has agreed; before, her words would go to the coordinators alone.
    await expect
      .poll(
        async () => {
          await sita.go(`/spot/requests/${id}`);
          await sita.pressAt('main a[href$="/conversation"]');
          return sita.text();
        },
        { timeout: 30_000 },
      )
      .toContain('About your visit together');
    await sita.type('words', 'Shall we meet at the entrance?');
    await sita.pressAt('form[action$="/messages"] button[data-kind="main"]');
    await expect.poll(() => sita.text(), { timeout: 30_000 }).toContain('Shall we meet at the entrance?');

    const volunteer = await browser.come({ as: name, locale: 'ja' });
    await volunteer.go(`/spot/visits/${id}`);
    await volunteer.pressAt('main a[href$="/conversation"]');
    expect(await volunteer.text()).toContain('Shall we meet at the entrance?');
    await volunteer.type('words', 'はい、入口で。');
    await volunteer.pressAt('form[action$="/messages"] button[data-kind="main"]');
    // Sita reads no Japanese: he is told so once, and what is sent again goes as it is.
    await volunteer.pressAt('form[action$="/messages"] button[data-kind="main"]');

    await expect
      .poll(() => sita.page.locator('main').textContent(), { timeout: 30_000 })
      .toContain('はい、入口で。');
    const coordinator = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await coordinator.go(`/spot/requests/${id}/conversation`);
    expect(await coordinator.text()).toContain('はい、入口で。');
  });
});
