import { describe, expect, test } from 'vitest';
import { offerSlots } from '../../src/kits/slots/index.ts';
import { addMember, findPerson } from '../../src/modules/people/index.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { doing } from '../support/volunteers.ts';

describe.skipIf(!hasBrowser)('18 A family applies for a half-year pair', async () => {
  const product = await serveProduct();
  const { nobody, coordinator } = product.ids;
  const { db } = product.database;
  const browser = await openBrowser(product);
  await tellProfile();

  test('Noa begins on her phone, keeps what she has, and goes on later', async () => {
    const noa = await browser.come({ as: 'nobody' });
    await noa.go('/pairs');
    await noa.press('I would like to meet a volunteer');
    expect(noa.where()).toBe('/pairs/apply/resident');
    expect(await noa.text()).toContain('About 4 hours a week');
    await noa.type('hopes', 'To know my neighbors.');
    await noa.press('Keep it and go on later');
    expect(await noa.text()).toContain('We have kept what you wrote');
    await noa.press('Go on: I would like to meet a volunteer');
    expect(await noa.page.inputValue('[name="hopes"]')).toBe('To know my neighbors.');
  });

  test('She applies with her daughter: what is missing is said, she looks through it, promises, and sends', async () => {
    const noa = await browser.come({ as: 'nobody', scripts: 'off' });
    await noa.go('/pairs/apply/resident');
    await noa.press('Check my answers');
    expect(await noa.text()).toContain('Please choose at least one.');
    expect(await noa.page.inputValue('[name="hopes"]')).toBe('To know my neighbors.');
    for (const [name, value] of [
      ['purposes', 'talk'],
      ['purposes', 'friend_for_child'],
      ['interests', 'cooking'],
      ['shown', 'town'],
    ])
      await noa.page.locator(`[name="${name}"][value="${value}"]`).check();
    await noa.page.locator('[name="withIds"]').check();
    await noa.press('Check my answers');
    expect(noa.where()).toBe('/pairs/apply/resident/summary');
    expect(await noa.text()).toContain('Nothing has been sent yet');
    expect(await noa.text()).toContain('Mia');
    for (const line of await noa.page.locator('[name="pledge"]').all()) await line.check();
    await noa.press('Send my application');
    expect(noa.where()).toBe('/pairs');
    expect(await noa.text()).toContain('We have your application');
  });

  test('She chooses a time, and has it for her calendar', async () => {
    await doing(db, (tx) =>
      offerSlots(
        tx,
        {
          ...{ kind: 'pairs.interview', hostId: coordinator, day: Temporal.PlainDate.from('2026-12-01') },
          ...{
            from: '10:00',
            until: '10:45',
            minutes: 45,
            place: 'online',
            whereWords: 'https://meet.test/one',
          },
        },
        product.clock(),
      ),
    );
    const noa = await browser.come({ as: 'nobody' });
    await noa.go('/pairs');
    expect(await noa.text()).toContain('Choose a time for your interview');
    await noa.page.locator('[name="slot"]').check();
    await noa.press('Choose this time');
    expect(await noa.text()).toContain('10:00 – 10:45');
    expect(await noa.page.locator('a[href$="/pairs/interview.ics"]').count()).toBe(1);
  });

  test('A coordinator talks with her, writes it down and accepts her', async () => {
    product.clock.advance({ hours: 24 * 7 + 2 });
    const desk = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await desk.go('/desk/pairs/applications');
    await desk.press('Noa');
    await desk.type('hopes', '近所の人と知り合いたい。');
    await desk.page.locator('form[action$="/interview-outcomes"] [name="need"][value="1"]').check();
    await desk.page.locator('form[action$="/interview-outcomes"] [name="outcome"][value="fits"]').check();
    await desk.pressAt('form[action$="/interview-outcomes"] button');
    expect(await desk.text()).toContain('近所の人と知り合いたい。');
    await desk.page.locator('form[action$="/acceptance"] [value="student"]').check();
    await desk.pressAt('form[action$="/acceptance"] button');
    expect(await desk.text()).toContain('規約への署名');
  });

  test('She signs the terms; her fee is booked, and she is ready', async () => {
    const noa = await browser.come({ as: 'nobody', locale: 'ja-easy' });
    await noa.go('/pairs');
    await noa.pressAt('#next a');
    expect(noa.where()).toBe('/pairs/terms');
    await noa.page.locator('[name="agreed"]').check();
    await noa.pressAt('form[action$="/pairs/terms"] button');
    await noa.pressAt('#next a');
    expect(noa.where()).toBe('/pairs/fees');
    expect(await noa.text()).toMatch(/500/);

    const desk = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await desk.go('/desk/pairs/applications?show=accepted');
    await desk.press('Noa');
    await desk.unfold('支払いを記録する');
    await desk.pressAt('form[action$="/payments"] button');
    expect(await desk.text()).toContain('相手を探す');
    const row = await db
      .selectFrom('pairs.applications')
      .select('state')
      .where('person_id', '=', nobody)
      .executeTakeFirst();
    expect(row?.state).toBe('ready');
  });

  /** What pairs are made by, as Noa has told it in her profile, and her daughter. */
  async function tellProfile(): Promise<void> {
    await db
      .updateTable('people.persons')
      .set({ municipality_code: '13107' })
      .where('id', '=', nobody)
      .execute();
    await db
      .insertInto('people.languages')
      .values({ person_id: nobody, language: 'en', speak: 3, read: 3, write: 3, phone: 3 })
      .execute();
    await db
      .insertInto('people.weekly_availability')
      .values({ person_id: nobody, weekday: 6, start_minute: 600, end_minute: 840 })
      .execute();
    const noa = await findPerson(db, nobody);
    if (!noa) throw new Error('Noa is not there');
    const mia = { name: 'Mia', relation: 'child', born: { year: 2019, month: 5 } } as const;
    await doing(db, (tx) => addMember(tx, noa, { member: mia, now: product.clock() }));
  }
});
