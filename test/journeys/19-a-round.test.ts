import { describe, expect, test } from 'vitest';
import { listPairsOf } from '../../src/modules/pairs/pair/store.ts';
import { countChances } from '../../src/modules/pairs/pool/counting.ts';
import { grantRole } from '../../src/modules/people/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { applyForPair } from '../support/pairs.ts';
import { serveProduct } from '../support/product.ts';
import { waitForPair } from '../support/rounds.ts';

describe.skipIf(!hasBrowser)(
  '19 A round is worked out, edited by two coordinators, and published',
  async () => {
    const product = await serveProduct();
    const { db } = product.database;
    const { ids } = product;
    const now = product.clock();
    const browser = await openBrowser(product);
    const pool = await inTransaction(db, async (tx) => {
      const by = { personId: ids.coordinator, role: 'coordinator' } as const;
      await grantRole(
        tx,
        { personId: ids.administrator, role: 'coordinator' },
        { by, now, reason: 'She helps.' },
      );
      const here = { municipality_code: '13107', town: '吾妻橋一丁目' };
      await tx.updateTable('people.persons').set(here).where('id', '=', ids.nobody).execute();
      const skills = { language: 'en', speak: 2, read: 2, write: 2, phone: 2 } as const;
      await tx
        .insertInto('people.languages')
        .values({ person_id: ids.nobody, ...skills })
        .execute();
      const noa = await applyForPair(tx, { side: 'resident', personId: ids.nobody, now });
      const resident = (name: string, days: number, town: string) =>
        waitForPair(tx, { side: 'resident', name, days, person: { town }, now });
      const volunteer = (name: string, kana: string, town: string) =>
        waitForPair(tx, { side: 'volunteer', name, person: { kana, town }, now });
      return {
        noa,
        linh: await resident('Nguyen Linh', 60, '吾妻橋一丁目'),
        sita: await resident('Sita Rai', 20, '錦糸一丁目'),
        yuki: await volunteer('山田 ゆき', 'やまだ ゆき', '吾妻橋一丁目'),
        keiko: await volunteer('鈴木 けいこ', 'すずき けいこ', '錦糸一丁目'),
      };
    });
    let roundId = '';
    const solved = (walker: Walker, words: string) =>
      expect.poll(() => walker.text(), { timeout: 30_000 }).toContain(words);

    test('She begins it, sees who is proposed to whom and why, and what somebody else would cost', async () => {
      const haruka = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
      await haruka.go('/desk/pairs/rounds');
      await haruka.press('新しいマッチング');
      await haruka.press('開始して計算する');
      roundId = haruka.where().split('/').at(-1) ?? '';
      await solved(haruka, '提案 3組');
      await haruka.look();
      const text = await haruka.text();
      expect(text).toMatch(/Nguyen Linh — 山田 ゆき/);
      expect(text).toMatch(/相手が決まらなかった人 \d+人.*Noa/);

      await haruka.pressAt(`#proposal-${pool.linh.id}-${pool.yuki.id} .work-act a`);
      await haruka.press('影響を見る');
      expect(await haruka.text()).toMatch(/鈴木 けいこと組むと.*Sita Rai：鈴木 けいこ → 山田 ゆき/);
      await haruka.press('組む', '#cost');
      await solved(haruka, '決定済み');
      expect(await haruka.text()).toMatch(/Nguyen Linh — 鈴木 けいこ/);
    });

    test('A colleague who decided on what she saw before is told what has changed, and loses nothing', async () => {
      const path = `/desk/pairs/rounds/${roundId}/residents`;
      const colleague = await browser.come({ as: 'administrator', width: 1280, scripts: 'off' });
      await colleague.go(`${path}/${pool.sita.id}`);
      const haruka = await browser.come({ as: 'coordinator', locale: 'ja', width: 360 });
      await haruka.go(`${path}/${pool.linh.id}`);
      await haruka.press('取り消す');
      await solved(haruka, 'Nguyen Linh — 山田 ゆき');
      await haruka.look();

      await colleague.press('Put together');
      expect(await colleague.text()).toMatch(
        /Changed while you had it open.*Nguyen Linh with (山田 ゆき|鈴木 けいこ|Yuki|Keiko|Yamada Yuki|Suzuki Keiko): open again/,
      );
      await colleague.go(`${path}/${pool.sita.id}`);
      await colleague.press('Put together');
      expect(await colleague.text()).toContain('Decided');
      await colleague.page.locator('details#act-publication > summary').click();
      await colleague.press('Publish', '#act-publication .confirm-inside');
      expect(await colleague.text()).toContain('3 pairs proposed');
      expect(await listPairsOf(db, pool.sita.id)).toMatchObject([
        { state: 'proposed', coordinatorId: ids.administrator },
      ]);
    });

    test('Who is left over sees what would shorten it, changes it by one press, and pauses', async () => {
      await inTransaction(db, (tx) =>
        waitForPair(tx, {
          side: 'volunteer',
          name: '高橋 なお',
          person: { municipalityCode: '13112', town: '三軒茶屋一丁目' },
          facts: { reachKilometers: 2 },
          now,
        }),
      );
      // Every few minutes by itself: what would shorten it is kept, not counted at each look.
      await countChances({ db, clock: product.clock });
      const noa = await browser.come({ as: 'nobody' });
      await noa.go('/pairs');
      expect(await noa.text()).toMatch(/Nobody fits what you said at the moment/);
      expect(await noa.text()).toMatch(/We don’t know yet how long it takes/);
      await noa.page.locator('#waiting details > summary').click();
      await noa.press('Pause', '#waiting .confirm-inside');
      expect(await noa.text()).toContain('While you pause');
      await noa.press('Wait again');
      expect(await noa.text()).toContain('You wait again.');
    });
  },
);
