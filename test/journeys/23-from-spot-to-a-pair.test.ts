import { describe, expect, test } from 'vitest';
import { updatePair } from '../../src/modules/pairs/pair/store.ts';
import { tellMutual } from '../../src/modules/pairs/wishes/commands.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { requestIn, volunteerOf } from '../support/samples.ts';

/** Haru has met Maya before; Sita has been helped by a volunteer, and says how it was. */
describe.skipIf(!hasBrowser)('23 From one visit to half a year, in secret until both wish it', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const visit = await requestIn(db, 'visited');
  const helper = await volunteerOf(db, product.ids, visit);
  // Whoever it is: Sita's pair of before has ended.
  await inTransaction(db, async (tx) => {
    const pair = await tx
      .selectFrom('pairs.pairs')
      .select('id')
      .where('state', '=', 'active')
      .executeTakeFirstOrThrow();
    await updatePair(tx, pair.id, { state: 'ended', over_at: product.clock(), ending: 'told' });
  });
  product.clock.advance({ hours: 1 });
  const helperComes = () => browser.come({ as: helper, locale: 'ja', scripts: 'off' });
  const sitaComes = () => browser.come({ as: 'sita', locale: 'ja-easy' });
  const evening = () => tellMutual(db, product.clock());

  /** All that somebody comes by who looks for a trace of the other's answer. */
  async function lookAround(who: Walker): Promise<string[]> {
    const seen = [];
    for (const path of ['/me', '/pairs', '/pairs/wishes', '/inbox']) {
      await who.go(path);
      seen.push(await who.text());
    }
    return seen;
  }

  /** Sita and her volunteer, each on their own page. */
  async function wish(who: Walker): Promise<void> {
    const { sita, [helper]: helperId } = product.ids;
    const { id } = await db
      .selectFrom('pairs.meetings')
      .select('id')
      .where('resident_id', '=', sita)
      .where('volunteer_id', '=', helperId)
      .executeTakeFirstOrThrow();
    await who.go('/pairs/wishes');
    await who.page.locator(`[name="with"][value="${id}"]`).check();
    await who.pressAt('form[action$="/pairs/wishes"] button[data-kind="main"]');
    expect(await who.page.locator(`[name="with"][value="${id}"]`).isChecked()).toBe(true);
  }

  test('A visit is over and both have said how it was: from then on each may wish for more', async () => {
    const volunteer = await helperComes();
    await volunteer.go(`/spot/visits/${visit}`);
    await volunteer.type('doneWords', '窓口で書類の意味を説明しました。');
    await volunteer.type('spentMinutes', '55');
    await volunteer.press('報告を送る');
    const sita = await sitaComes();
    await sita.go(`/spot/requests/${visit}`);
    await sita.choose('solution', 'solved');
    await sita.pressAt('form[action$="/feedback"] button[data-kind="main"]');
    await expect
      .poll(
        async () => {
          await sita.go('/me');
          return sita.page.locator('main a[href$="/pairs/wishes"]').count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
  });

  test('Haru alone wishes it with Maya, and she comes by no trace of it', async () => {
    const maya = await browser.come({ as: 'maya' });
    const before = await lookAround(maya);
    const haru = await browser.come({ as: 'haru', locale: 'zh-Hans' });
    await haru.go('/pairs/wishes');
    await haru.page.getByLabel('Maya').check();
    await haru.pressAt('form[action$="/pairs/wishes"] button[data-kind="main"]');
    await evening();
    expect(await lookAround(maya)).toEqual(before);
  });

  test('Sita alone wishes it too, and her volunteer and the desk come by no trace of it', async () => {
    const volunteer = await helperComes();
    const before = await lookAround(volunteer);
    const sita = await sitaComes();
    await sita.go('/me');
    await sita.pressAt('main a[href$="/pairs/wishes"]');
    await wish(sita);
    await evening();
    expect(await lookAround(volunteer)).toEqual(before);
    const desk = await browser.come({ as: 'coordinator', width: 1280 });
    await desk.go('/desk/pairs/wishes');
    expect(await desk.text()).toContain('Nobody');
  });

  test('Her volunteer wishes it as well: in the evening both are told, and what comes next', async () => {
    const volunteer = await helperComes();
    await wish(volunteer);
    expect(await volunteer.text()).not.toContain('あなたもSitaさんも');
    // Sita's inbox is longer than a page: what is told last stands on its first only if time has passed.
    product.clock.advance({ minutes: 1 });
    await evening();
    await volunteer.go('/pairs/wishes');
    expect(await volunteer.text()).toContain('あなたもSitaさんも');

    const sita = await sitaComes();
    await expect
      .poll(
        async () => {
          await sita.go('/inbox');
          return (await sita.text()).replaceAll(' ', '');
        },
        { timeout: 30_000 },
      )
      .toContain('あなたと半年続けて会いたいと言っています');
    await sita.go('/pairs/wishes');
    expect((await sita.text()).replaceAll(' ', '')).toContain('あなたの申し込みはもうあります');
    const desk = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await desk.go('/desk/pairs/wishes');
    expect(await desk.text()).toContain('Sita');
    expect(await desk.text()).not.toContain('Maya');
  });
});
