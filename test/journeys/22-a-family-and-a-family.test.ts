import { describe, expect, test } from 'vitest';
import { offerSlots } from '../../src/kits/slots/index.ts';
import { completeDue } from '../../src/modules/pairs/closing/jobs.ts';
import { lookAfterPairs } from '../../src/modules/pairs/months/jobs.ts';
import { addMember, findPerson } from '../../src/modules/people/index.ts';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { doing } from '../support/volunteers.ts';

describe.skipIf(!hasBrowser)('22 A family and a family, from application to “again?”', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const { clock, ids } = product;
  const browser = await openBrowser(product);
  await tellProfiles();
  let pairPath = '';
  const noaComes = () => browser.come({ as: 'nobody', locale: 'zh-Hans' });
  const kenjiComes = () => browser.come({ as: 'kenji', locale: 'ja', scripts: 'off' });
  const deskComes = () => browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });

  test('Noa applies with Mia in Chinese, and Kenji with his family in Japanese', async () => {
    const noa = await noaComes();
    await noa.go('/pairs/apply/resident');
    await fillIn(noa, [
      ['purposes', 'talk'],
      ['purposes', 'friend_for_child'],
      ['requiredPurposes', 'friend_for_child'],
      ['interests', 'cooking'],
      ['shown', 'household'],
    ]);
    await promise(noa);
    expect(await noa.text()).toContain('Mia');

    const kenji = await kenjiComes();
    await kenji.go('/pairs/apply/volunteer');
    await kenji.type('why', '子どもに外国の友だちができるとうれしいです。');
    await kenji.type('emergencyContact', '妻 田中 ゆか 090-0000-0000');
    await fillIn(kenji, [
      ['purposes', 'talk'],
      ['purposes', 'friend_for_child'],
      ['interests', 'cooking'],
      ['shown', 'household'],
    ]);
    await promise(kenji);
    expect(await kenji.text()).toContain('田中 ゆか、田中 りく');
  });

  test('Each chooses a time, and a coordinator talks with both and accepts them', async () => {
    await open('pairs.interview', '2026-12-01', 45);
    for (const who of [await noaComes(), await kenjiComes()]) {
      await who.go('/pairs');
      await chooseTime(who);
    }
    await comesThe('2026-12-02');
    const desk = await deskComes();
    for (const name of ['Noa', '田中 けんじ']) {
      await desk.go('/desk/pairs/applications');
      await desk.press(name);
      await desk.page.locator('form[action$="/interview-outcomes"] [name="need"][value="1"]').check();
      await desk.page.locator('form[action$="/interview-outcomes"] [name="outcome"][value="fits"]').check();
      await desk.pressAt('form[action$="/interview-outcomes"] button');
      await desk.page.locator('form[action$="/acceptance"] [value="full"]').check();
      await desk.pressAt('form[action$="/acceptance"] button');
    }
  });

  test('Both sign; what they pay is booked, and they wait for a partner', async () => {
    for (const who of [await noaComes(), await kenjiComes()]) {
      await who.go('/pairs');
      await who.pressAt('#next a');
      await who.page.locator('[name="agreed"]').check();
      await who.pressAt('form[action$="/pairs/terms"] button');
    }
    const desk = await deskComes();
    for (const name of ['Noa', '田中 けんじ']) {
      await desk.go('/desk/pairs/applications?show=accepted');
      if (!(await desk.text()).includes(name)) continue;
      await desk.press(name);
      await desk.unfold('支払いを記録する');
      await desk.pressAt('form[action$="/payments"] button');
    }
    for (const who of [await noaComes(), await kenjiComes()]) {
      await who.go('/pairs');
      expect(await who.text()).toMatch(/我们正在为您寻找伙伴|相手を探しています/);
    }
  });

  test('A round puts the two families together', async () => {
    const desk = await deskComes();
    await desk.go('/desk/pairs/rounds');
    await desk.press('新しいマッチング');
    await desk.press('開始して計算する');

    await expect.poll(() => desk.text(), { timeout: 30_000 }).toMatch(/Noa \+1 — 田中 けんじ \+2/);
    await desk.page.locator('details#act-publication > summary').click();
    await desk.pressAt('#act-publication .confirm-inside button');
  });

  test('Both say yes, choose a time, and write what they expect', async () => {
    const kenji = await kenjiComes();
    await kenji.go('/me');
    await kenji.press('見て返事をする');
    pairPath = kenji.where().replace('/proposal', '');
    await kenji.pressAt('form[action$="/volunteer-acceptance"] button');
    const noa = await noaComes();
    await noa.go('/pairs');
    await noa.press('查看并回复');
    await noa.pressAt('form[action$="/resident-acceptance"] button');
    await open('pairs.introduction', '2026-12-05', 30);
    await noa.go(pairPath);
    await chooseTime(noa, '/introduction');
    for (const who of [noa, kenji]) {
      await who.go(pairPath);
      await who.pressAt('main a[href$="/expectations"]');
      for (const [name, value] of [
        ['howOften', 'every_week'],
        ['where', 'cafe'],
        ['language', 'easy_japanese'],
        ['whatFor', 'talking'],
        ['contact', 'message'],
      ] as const)
        await who.choose(name, value);
      await who.pressAt('form[action$="/expectations"] button[data-kind="main"]');
    }
  });

  test('After the introduction both say yes, and their half year begins', async () => {
    await comesThe('2026-12-06');
    for (const who of [await noaComes(), await kenjiComes()]) {
      await who.go('/me');
      await who.pressAt('main a[href*="/pairs/"]');
      await who.pressAt('form[action$="/agreement"] button');
    }
  });

  test('They write down that they met, and answer after a month; only coordinators read it', async () => {
    const noa = await noaComes();
    await noa.go(pairPath);
    await noa.press('见面了');
    await comesThe('2027-01-06');
    for (const [who, feeling] of [
      [await noaComes(), '5'],
      [await kenjiComes(), '4'],
    ] as const) {
      await who.go('/me');
      await who.pressAt('main a[href$="/check-in"]');
      await who.choose('feeling', feeling);
      await who.choose('contact', '2');
      await who.pressAt('main form[action$="/check-in"] button[data-kind="main"]');
      expect(await who.text()).not.toMatch(/非常好|とてもよい/);
    }
    const desk = await deskComes();
    await desk.go(`/desk${pairPath}`);
    expect(await desk.text()).toMatch(/とてもよい よい|よい とてもよい/);
  });

  test('It is over; each writes how it was and a last page, and both say “again”', async () => {
    await comesThe('2027-06-06');
    for (const [who, lastPage] of [
      [await noaComes(), 'Thank you for the summer.'],
      [await kenjiComes(), 'See you at the festival!'],
    ] as const) {
      await who.go('/me');
      await who.pressAt('main a[href$="/closing"]');
      await who.choose('feeling', '5');
      await who.type('lastPage', lastPage);
      await who.choose('wantsAgain', 'yes');
      await who.choose('staysInTouch', 'yes');
      await who.pressAt('main form[action$="/closing"] button[data-kind="main"]');
      expect(who.where()).toBe(pairPath);
    }
    const rows = await db
      .selectFrom('pairs.applications')
      .select('state')
      .where('person_id', 'in', [ids.nobody, ids.kenji])
      .execute();
    expect(rows).toEqual([{ state: 'ready' }, { state: 'ready' }]);
  });

  test('They wait again, find their last pages, and show each other how to stay in touch', async () => {
    for (const who of [await noaComes(), await kenjiComes()]) {
      await who.go('/pairs');
      expect(await who.text()).toMatch(/我们正在为您寻找伙伴|相手を探しています/);
      await who.pressAt(`main a[href$="${pairPath}"]`);
      expect(await who.text()).toMatch(
        /Thank you for the summer\..*See you at the festival!|See you.*Thank you/,
      );
      await who.page.locator('[name="channels"][value="email"]').check();
      await who.pressAt('form[action$="/contacts"] button');
    }
    const noa = await noaComes();
    await noa.go(pairPath);
    expect(await noa.text()).toContain('kenji@otonari.example');
  });

  /** The clock stands at nine in the morning of a day, and what the house does by then is done. */
  async function comesThe(day: string): Promise<void> {
    clock.set(Temporal.Instant.from(`${day}T09:00:00+09:00`));
    await lookAfterPairs(db, clock());
    await completeDue(db, clock());
  }

  async function fillIn(who: Walker, ticks: readonly (readonly [string, string])[]): Promise<void> {
    for (const [name, value] of ticks) await who.page.locator(`[name="${name}"][value="${value}"]`).check();
    for (const one of await who.page.locator('[name="withIds"]').all()) await one.check();
    await who.pressAt('main form[id], main form button[data-kind="main"]');
  }

  async function promise(who: Walker): Promise<void> {
    expect(who.where()).toMatch(/summary$/);
    for (const line of await who.page.locator('[name="pledge"]').all()) await line.check();
    await who.pressAt('form[action$="/summary"] button[data-kind="main"]');
    expect(who.where()).toBe('/pairs');
  }

  async function chooseTime(who: Walker, at = '/interview-times'): Promise<void> {
    await who.page.locator('[name="slot"]').first().check({ force: true });
    await who.pressAt(`form[action$="${at}"] button`);
  }

  async function open(kind: string, on: string, minutes: number): Promise<void> {
    const day = Temporal.PlainDate.from(on);
    const where = { place: 'online', whereWords: 'https://meet.example/pair' } as const;
    await doing(db, (tx) =>
      offerSlots(
        tx,
        { kind, hostId: ids.coordinator, day, from: '10:00', until: '11:30', minutes, ...where },
        clock(),
      ),
    );
  }

  /** Where Noa lives, what she speaks and when she is free; and who lives with her and with Kenji. */
  async function tellProfiles(): Promise<void> {
    const here = { municipality_code: '13107', town: '吾妻橋一丁目' };
    await db.updateTable('people.persons').set(here).where('id', '=', ids.nobody).execute();
    const skills = { language: 'en', speak: 3, read: 3, write: 3, phone: 3 } as const;
    await db
      .insertInto('people.languages')
      .values({ person_id: ids.nobody, ...skills })
      .execute();
    const saturday = { weekday: 6, start_minute: 600, end_minute: 840 };
    await db
      .insertInto('people.weekly_availability')
      .values({ person_id: ids.nobody, ...saturday })
      .execute();
    await live(ids.nobody, { name: 'Mia', relation: 'child', born: { year: 2019, month: 5 } });
    await live(ids.kenji, {
      name: '田中 ゆか',
      relation: 'partner',
      born: { year: null, month: null },
    });
    await live(ids.kenji, { name: '田中 りく', relation: 'child', born: { year: 2018, month: 7 } });
  }

  async function live(withId: string, member: Parameters<typeof addMember>[2]['member']): Promise<void> {
    const keeper = await findPerson(db, withId);
    if (keeper) await doing(db, (tx) => addMember(tx, keeper, { member, now: clock() }));
  }
});
