import { describe, expect, test } from 'vitest';
import { enrolChild as writeChild } from '../../src/modules/classes/children/enrol/commands.ts';
import { enrolChild } from '../../src/modules/classes/enrolments/commands.ts';
import { grantRole } from '../../src/modules/people/index.ts';
import { recordCheck } from '../../src/modules/trust/index.ts';
import { PROGRAM } from '../../src/platform/audit/record.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { sure } from '../support/events.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('37 A tutor drops out', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);
  const { db } = product.database;
  const now = product.clock();
  const { maya, kenji, coordinator } = product.ids;

  /** Maya's child is in the course; Kenji teaches too, and is not asked yet. */
  const { courseId, childId } = await inTransaction(db, async (tx) => {
    const doneOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    const checked = { personId: kenji, step: 'child_safety_check', doneOn, by: PROGRAM, now } as const;
    sure(await recordCheck(tx, checked));
    sure(await grantRole(tx, { personId: kenji, role: 'tutor' }, { by: PROGRAM, now }));
    const course = await tx.selectFrom('classes.courses').select('id').executeTakeFirstOrThrow();
    const said = { name: 'Mei', languages: ['en'], reading: 'not_yet', school: '', note: '' } as const;
    const answers = { relation: 'mother', phone: '', decides: 'me', notTold: '', mayFetch: true } as const;
    const born = { birthMonth: Temporal.PlainDate.from('2020-05-01'), isFirstOfApril: false };
    const guardian = { ...answers, name: 'Maya' };
    const enrolling = { child: { ...said, ...born }, guardian, photos: 'none', by: maya, now } as const;
    const child = sure(await writeChild(tx, course.id, enrolling));
    const enrolment = await tx
      .selectFrom('classes.enrolments')
      .select('id')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow();
    const by = { as: 'coordinator', byPersonId: coordinator, now } as const;
    sure(await enrolChild(tx, { ...by, enrolmentId: enrolment.id }));
    return { courseId: course.id, childId: child };
  });
  const seat = async () => {
    const found = await db
      .selectFrom('classes.seats')
      .select('state')
      .where('child_id', '=', childId)
      .executeTakeFirstOrThrow();
    return found.state;
  };

  test('With one tutor no child has a seat; the second says yes by one press, without scripts', async () => {
    expect(await seat()).toBe('waiting');
    const midori = await browser.come({ as: 'midori', locale: 'ja-easy', scripts: 'off' });
    await midori.go('/classes/teaching');
    await midori.pressAt('main form[action$="/yes"] button');
    expect(await seat()).toBe('taken');
  });

  test('She can’t come after all: another tutor is asked at that moment, and the family reads how it stands', async () => {
    const midori = await browser.come({ as: 'midori', locale: 'ja' });
    await midori.go('/classes/teaching');
    await midori.page.locator('main details.confirm summary').first().click();
    await midori.pressAt('main form[action$="/no"] button');
    expect(await seat()).toBe('unsure');

    const family = await browser.come({ as: 'maya', locale: 'zh-Hans' });
    await family.go(`/children/${childId}`);
    expect(await family.page.locator('main').textContent()).toContain('Mei');

    const kobayashi = await browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
    await kobayashi.go(`/desk/classes/${courseId}`);
    await kobayashi.press(/Dec 12/);
    // Mei’s and that of the child whom everybody’s small world has.
    expect(await kobayashi.page.locator('main').textContent()).toContain('2 children are without their seat');
  });

  test('The session is saved: he says yes, and the child has the seat again', async () => {
    const tutor = await browser.come({ as: 'kenji', locale: 'en' });
    await tutor.go('/me');
    expect(await tutor.page.locator('main').textContent()).toContain('Can you come to a class?');
    await tutor.go('/classes/teaching');
    await tutor.press('I will come');
    expect(await tutor.page.locator('main').textContent()).toContain('you are coming');
    expect(await seat()).toBe('taken');
  });

  test('The Saturday is moved: the family keeps its seat in turn, he is asked anew, and says yes to the new day', async () => {
    const kobayashi = await browser.come({ as: 'coordinator', locale: 'en', width: 1280, scripts: 'off' });
    await kobayashi.go(`/desk/classes/${courseId}`);
    await kobayashi.press(/Dec 12/);
    await kobayashi.page.locator('summary:has-text("Move this day")').click();
    await kobayashi.type('onDay', '2026-12-19');
    await kobayashi.type('startsAt', '10:00');
    await kobayashi.type('endsAt', '11:30');
    await kobayashi.press('Move it');
    expect(await kobayashi.page.locator('main').textContent()).toContain('Moved from');
    expect(await seat()).toBe('unsure');

    const family = await browser.come({ as: 'maya', locale: 'zh-Hans' });
    await family.go(`/children/${childId}`);
    expect(await family.page.locator('main').textContent()).toContain('我们为您的孩子保留座位。');

    const others = ['kenji', 'midori'] as const;
    for (const as of others) {
      const tutor = await browser.come({ as, locale: 'en', scripts: 'off' });
      await tutor.go('/classes/teaching');
      expect(await tutor.page.locator('main').textContent()).toContain('This class has moved');
      await tutor.pressAt('main form[action$="/yes"] button');
    }
    expect(await seat()).toBe('taken');
  });

  test('A storm comes: the family reads why, in its language', async () => {
    const kobayashi = await browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
    await kobayashi.go(`/desk/classes/${courseId}`);
    await kobayashi.press(/Dec 19/);
    await kobayashi.page.locator('summary:has-text("Cancel this day")').click();
    await kobayashi.page.selectOption('[name="reason"]', 'storm');
    await kobayashi.press('Cancel it');
    for (const [locale, said] of [
      ['zh-Hans', '因为台风或暴雨。'],
      ['ja', '台風や大雨のためです。'],
    ] as const) {
      const family = await browser.come({ as: 'maya', locale });
      await family.go(`/children/${childId}`);
      expect(await family.page.locator('main').textContent()).toContain(said);
    }
  });
});
