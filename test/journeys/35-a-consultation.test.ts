import { describe, expect, test } from 'vitest';
import { grantRole } from '../../src/modules/people/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

const WORDS = 'My husband hits me. I would like to know where I can go.';
const REASON = 'The coordinator is ill, and the court is tomorrow.';

describe.skipIf(!hasBrowser)('35 A consultation', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);
  const { db } = product.database;
  const latest = async () =>
    (
      await db
        .selectFrom('consultations.matters')
        .select('id')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
    ).id;

  test.each(['en', 'ja', 'ja-easy', 'zh-Hans'] as const)(
    'Before every word stands whom to call, in %s',
    async (locale) => {
      const visitor = await browser.come({ locale, scripts: 'off' });
      await visitor.go('/help-now');
      await visitor.pressAt('main a[href*="/consultations/new"]');
      expect(await visitor.page.locator('main a[href="tel:110"]').first().isVisible()).toBe(true);
      expect(await visitor.page.locator('main a[data-leave]').isVisible()).toBe(true);
    },
  );

  test('Maya asks on a phone without scripts; nothing goes out to her, and she is shown whom to call', async () => {
    const maya = await browser.come({ as: 'maya', locale: 'en', scripts: 'off' });
    await maya.go('/consultations/new');
    await maya.press('No: write what it is about');
    await maya.page.check('[name="field"][value="family"]', { force: true });
    await maya.type('words', WORDS);
    await maya.page.check('[name="urgency"][value="today"]', { force: true });
    await maya.page.check('[name="isAnonymous"]', { force: true });
    await maya.page.check('[name="isAgreed"]', { force: true });
    await maya.press('Send');
    const said = (await maya.page.locator('main').textContent()) ?? '';
    expect(said).toContain('Nothing is sent to you');
    expect(await maya.page.locator('main a[href="tel:110"]').first().isVisible()).toBe(true);
  });

  test('Escape pressed twice leaves the page, and its place in the way back', async () => {
    const maya = await browser.come({ as: 'maya', locale: 'en' });
    await maya.go('/consultations');
    await maya.page.route('https://www.jma.go.jp/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
    );
    await maya.page.keyboard.press('Escape');
    expect(maya.page.url()).toContain('/consultations');
    await maya.page.keyboard.press('Escape');
    await maya.page.waitForURL(/jma\.go\.jp/);
    await maya.page.goBack();
    expect(maya.page.url()).not.toContain('/consultations');
  });

  test('A coordinator finds it on top of the desk, takes it, goes through the list and answers', async () => {
    const sato = await browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
    await sato.go('/desk');
    expect(await sato.page.locator('main').textContent()).not.toContain('hits me');
    const id = await latest();
    await sato.pressAt(`main a[href$="/desk/consultations/${id}"]`);
    expect(await sato.page.locator('main').textContent()).not.toContain('hits me');
    await sato.press('Take it and open it');
    const inside = (await sato.page.locator('main').textContent()) ?? '';
    expect(inside).toContain(WORDS);
    expect(inside).not.toContain('Maya');
    await sato.pressAt('form[aria-label^="We reached them"] button');
    await sato.type('reply', 'Thank you for telling us. There is a shelter; we can go there with you.');
    await sato.press('Send the answer');
  });

  test('Another opens it by a reason; Maya reads who and why, and a second person looks at it', async () => {
    const id = await latest();
    // The treasurer is a coordinator too from today on.
    await inTransaction(db, (tx) =>
      grantRole(
        tx,
        { personId: product.ids.treasurer, role: 'coordinator' },
        { by: { personId: product.ids.administrator, role: 'administrator' }, now: product.clock() },
      ),
    );
    const other = await browser.come({ as: 'treasurer', locale: 'en', width: 1280 });
    await other.go(`/desk/consultations/${id}`);
    await other.page.locator('#act-openings summary').click();
    await other.type('reason', REASON);
    await other.press('Open for three hours');
    expect(await other.page.locator('main').textContent()).toContain(WORDS);

    const boss = await browser.come({ as: 'administrator', locale: 'en', width: 1280 });
    await boss.go('/desk/consultations/openings');
    const listed = (await boss.page.locator('main').textContent()) ?? '';
    expect([listed.includes(REASON), listed.includes('hits me')]).toEqual([true, false]);
    await boss.press('It should not have been opened');

    const maya = await browser.come({ as: 'maya', locale: 'en', scripts: 'off' });
    await maya.go(`/consultations/${id}`);
    const said = (await maya.page.locator('main').textContent()) ?? '';
    expect(said).toContain(REASON);
    expect(said).toContain('should not have been opened');
    expect(said).toContain('There is a shelter');
  });
});
