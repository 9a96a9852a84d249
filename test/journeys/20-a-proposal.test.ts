import { describe, expect, test } from 'vitest';
import { offerSlots } from '../../src/kits/slots/index.ts';
import { setPlaces } from '../../src/modules/pairs/applications/store.ts';
import { listPairsOf } from '../../src/modules/pairs/pair/store.ts';
import { propose } from '../../src/modules/pairs/propose/propose.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { applyForPair } from '../support/pairs.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)(
  '20 A proposal is declined on each side, then two begin their half year',
  async () => {
    const product = await serveProduct();
    const { db } = product.database;
    const { ids, clock } = product;
    const now = clock();
    const browser = await openBrowser(product);

    async function applicationOf(tx: Tx, personId: string): Promise<string> {
      const row = await tx
        .selectFrom('pairs.applications')
        .select('id')
        .where('person_id', '=', personId)
        .where('state', '=', 'ready')
        .executeTakeFirstOrThrow();
      return row.id;
    }
    const applications = await inTransaction(db, async (tx) => {
      const [midori, haru] = [await applicationOf(tx, ids.midori), await applicationOf(tx, ids.haru)];
      for (const id of [midori, haru]) await setPlaces(tx, id, 3);
      const noa = (await applyForPair(tx, { side: 'resident', personId: ids.nobody, now })).id;
      return { midori, haru, noa, maya: await applicationOf(tx, ids.maya) };
    });
    async function proposeTo(volunteer: 'midori' | 'haru'): Promise<string> {
      const proposed = await inTransaction(db, (tx) =>
        propose(tx, {
          volunteerApplicationId: applications[volunteer],
          residentApplicationId: applications.noa,
          ...{ roundId: null, reasons: { codes: [], words: 'They live near each other.' }, fit: 640 },
          doer: { personId: ids.coordinator, party: 'coordinator', now: clock() },
        }),
      );
      return proposed.ok ? proposed.value : '';
    }
    async function sayNo(who: Walker, reason: string): Promise<void> {
      await who.page.locator('#act-rejection > summary').click();
      await who.type('reason', reason);
      await who.pressAt('form[action$="/rejection"] button');
    }

    test('A volunteer says “not this time”: the resident never hears of it, a coordinator reads why', async () => {
      const id = await proposeTo('midori');
      const midori = await browser.come({ as: 'midori', locale: 'ja' });
      await midori.go(`/pairs/${id}`);
      expect(await midori.text()).toContain('会ってみませんか');
      await sayNo(midori, '今は忙しいです。');
      expect(await midori.text()).toContain('今回は見送りとなりました');

      const noa = await browser.come({ as: 'nobody' });
      const answer = await noa.page.request.get(`/en/pairs/${id}`);
      expect(answer.status()).toBe(404);
      await noa.go('/pairs');
      expect(await noa.text()).not.toMatch(/proposal|nothing this time/i);

      const coordinator = await browser.come({ as: 'coordinator', width: 1280 });
      await coordinator.go(`/desk/pairs/${id}`);
      expect(await coordinator.text()).toContain('今は忙しいです。');
    });

    test('A volunteer says yes and the resident “not this time”: the volunteer learns no more than that', async () => {
      const id = await proposeTo('haru');
      const haru = await browser.come({ as: 'haru' });
      await haru.go(`/pairs/${id}`);
      await haru.pressAt('form[action$="/volunteer-acceptance"] button');
      expect(await haru.text()).toContain('We are asking');

      const noa = await browser.come({ as: 'nobody' });
      await noa.go(`/pairs/${id}`);
      await sayNo(noa, 'I would rather meet a woman.');
      await haru.go(`/pairs/${id}`);
      expect(await haru.text()).toContain('This time it came to nothing');
      expect(await haru.text()).not.toContain('rather meet');
    });

    test('Another resident says yes; both write what they expect, meet, say yes, and their half year begins', async () => {
      const [pair] = (await listPairsOf(db, applications.maya)).filter(({ state }) => state === 'offered');
      const id = pair?.id ?? '';
      const day = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 2 });
      await inTransaction(db, (tx) =>
        offerSlots(
          tx,
          {
            ...{ kind: 'pairs.introduction', hostId: ids.coordinator, day, from: '14:00', until: '15:00' },
            ...{ minutes: 30, place: 'online', whereWords: 'https://meet.example/pair' },
          },
          now,
        ),
      );
      const maya = await browser.come({ as: 'maya' });
      const midori = await browser.come({ as: 'midori', locale: 'ja' });
      await maya.go(`/pairs/${id}`);
      await maya.pressAt('form[action$="/resident-acceptance"] button');
      await maya.page.locator('[name="slot"]').first().check({ force: true });
      await maya.pressAt('form[action$="/introduction"] button');
      expect(await maya.text()).toContain('https://meet.example/pair');
      const calendar = await maya.page.request.get(`/en/pairs/${id}/introduction.ics`);
      expect(await calendar.text()).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART/);

      for (const [who, howOften] of [
        [maya, 'every_week'],
        [midori, 'every_month'],
      ] as const) {
        await who.go(`/pairs/${id}`);
        expect(await who.text()).not.toMatch(/Talk about this|話し合いましょう/);
        await who.pressAt('main a[href$="/expectations"]');
        await who.choose('howOften', howOften);
        for (const [name, value] of [
          ['where', 'cafe'],
          ['language', 'easy_japanese'],
          ['whatFor', 'talking'],
          ['contact', 'message'],
        ] as const)
          await who.choose(name, value);
        await who.pressAt('form[action$="/expectations"] button[data-kind="main"]');
      }
      expect(await midori.text()).toContain('話し合いましょう');
      await maya.go(`/pairs/${id}`);
      expect(await maya.text()).toMatch(/You: Every week .*: Every month Talk about this/);

      clock.set(now.add({ hours: 24 * 3 }));
      await maya.go(`/pairs/${id}`);
      await maya.pressAt('form[action$="/agreement"] button');
      expect(await maya.text()).toContain('Thank you for your yes');
      await midori.go(`/pairs/${id}`);
      await midori.pressAt('form[action$="/agreement"] button');
      expect(await midori.text()).toContain('今日から半年が始まります');
      await maya.go(`/pairs/${id}`);
      expect(await maya.text()).toContain('Your half-year together runs until');
    });
  },
);
