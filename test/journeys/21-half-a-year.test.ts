import { describe, expect, test } from 'vitest';
import { findApplication } from '../../src/modules/pairs/applications/store.ts';
import { completeDue } from '../../src/modules/pairs/closing/jobs.ts';
import { lookAfterPairs } from '../../src/modules/pairs/months/jobs.ts';
import { findPair } from '../../src/modules/pairs/pair/store.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

/** Haru and Sita have been a pair since 10 October. */
describe.skipIf(!hasBrowser)('21 Half a year, gone quiet in its fourth month and rescued', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const { clock } = product;
  const browser = await openBrowser(product);
  const { id } = await db
    .selectFrom('pairs.pairs')
    .select('id')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();

  async function comesThe(day: string): Promise<void> {
    clock.set(Temporal.Instant.from(`${day}T09:00:00+09:00`));
    await lookAfterPairs(db, clock());
    await completeDue(db, clock());
  }

  test('Sita writes down with two taps that they met, without scripts, and says how it is', async () => {
    const sita = await browser.come({ as: 'sita', scripts: 'off' });
    await sita.go(`/pairs/${id}`);
    await sita.press('We met');
    await sita.press('1 hour');
    expect(await sita.text()).toContain('you met · 1 hour');
    await sita.press('Answer', '#next, .card[data-accent]');
    await sita.choose('feeling', '4');
    await sita.choose('contact', '2');
    await sita.press('Send');
    expect(sita.where()).toBe(`/pairs/${id}`);
    expect(await sita.text()).not.toContain('Five questions');
  });

  test('Haru answers in Japanese, in the second month both do, and in the fourth nobody is heard', async () => {
    const haru = await browser.come({ as: 'haru', locale: 'ja', width: 1280 });
    await haru.go('/me');
    await haru.press('答える');
    await haru.choose('feeling', '5');
    await haru.choose('contact', '2');
    await haru.press('送る');
    await comesThe('2026-12-10');
    await haru.leave();
    await comesThe('2027-02-11');
    const coordinator = await browser.come({ as: 'coordinator', width: 1280 });
    await coordinator.go('/desk');
    expect(await coordinator.text()).toContain('The pair has gone quiet');
    await coordinator.go(`/desk/pairs/${id}`);
    expect(await coordinator.text()).toMatch(/How do you feel about your pair now\? Good Very good/);
    for (const box of await coordinator.page.locator('input[name="alarmIds"]').all())
      await box.check({ force: true });
    await coordinator.type('done', 'Called both. They meet on Saturday.');
    await coordinator.press('Close');
    expect(await coordinator.text()).toContain('Called both. They meet on Saturday.');
  });

  test('They meet again; with the last day it is over, and each writes a last page', async () => {
    await comesThe('2027-02-20');
    const again = await browser.come({ as: 'haru', locale: 'ja' });
    await again.go(`/pairs/${id}`);
    await again.press('会った');
    await comesThe('2027-04-09');
    expect((await findPair(db, id))?.state).toBe('active');
    await comesThe('2027-04-10');
    expect((await findPair(db, id))?.state).toBe('completed');

    const sita = await browser.come({ as: 'sita' });
    await sita.go(`/pairs/${id}`);
    await sita.press('Tell us');
    await sita.choose('feeling', '5');
    await sita.type('lastPage', 'You were my first friend here.');
    await sita.choose('wantsAgain', 'yes');
    await sita.choose('staysInTouch', 'yes');
    await sita.press('Send');
    expect(await sita.text()).toContain('It is brought when both have written');

    const haru = await browser.come({ as: 'haru', locale: 'ja' });
    await haru.go(`/pairs/${id}`);
    expect(await haru.text()).not.toContain('You were my first friend here.');
    await haru.go(`/pairs/${id}/closing`);
    await haru.choose('feeling', '5');
    await haru.type('lastPage', 'See you at the summer festival!');
    await haru.choose('wantsAgain', 'no');
    await haru.choose('staysInTouch', 'yes');
    await haru.press('送る');
    expect(await haru.text()).toContain('You were my first friend here.');
    await sita.go(`/pairs/${id}`);
    expect(await sita.text()).toMatch(/See you at the summer festival!.*both wish to stay in touch/);
  });

  test('She may be paired again, he rests, and whoever holds her certificate can verify it', async () => {
    const pair = await findPair(db, id);
    const [hers, his] = await Promise.all(
      [pair?.residentApplicationId, pair?.volunteerApplicationId].map((one) =>
        findApplication(db, one ?? ''),
      ),
    );
    expect([hers?.state, his?.state]).toEqual(['ready', 'ended']);
    const sita = await browser.come({ as: 'sita' });
    await sita.go(`/pairs/${id}`);
    await sita.press('Make my certificate');
    expect(await sita.text()).toContain('Open my certificate');
    const { code } = await db
      .selectFrom('pairs.certificates')
      .select('code')
      .where('pair_id', '=', id)
      .executeTakeFirstOrThrow();
    const visitor = await browser.come({ locale: 'ja' });
    await visitor.go(`/pairs/certificates/${code}`);
    expect(await visitor.text()).toMatch(/Sita.*2026年10月10日/);
    const coordinator = await browser.come({ as: 'coordinator', width: 1280 });
    await coordinator.go('/desk/pairs/figures');
    expect(await coordinator.text()).toContain('Pairs completed ÷');
  });
});
