import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('33 The days around New Year', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);
  const { db } = product.database;
  const comeTo = (day: string) => product.clock.set(Temporal.Instant.from(`${day}T10:00:00+09:00`));

  test('Until the middle of December the home page says nothing of it, from then on it leads there', async () => {
    const visitor = await browser.come();
    const ways = () => visitor.page.locator('main a[href$="/year-end"]').count();
    comeTo('2026-12-14');
    await visitor.go('/');
    expect(await ways()).toBe(0);
    comeTo('2026-12-15');
    await visitor.go('/');
    expect(await ways()).toBe(1);
  });

  test('On 30 December somebody reads what is open today, and reads it again with the network gone', async () => {
    comeTo('2026-12-30');
    const visitor = await browser.come({ locale: 'zh-Hans' });
    const { page } = visitor;
    await visitor.go('/year-end');
    const today = async () => (await page.locator('.summary-row').first().textContent()) ?? '';
    expect(await today()).toMatch(/12月30日.*今天.*墨田区役所/s);
    expect(await page.locator('a[href="tel:119"]').first().isVisible()).toBe(true);
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await expect
      .poll(() => page.evaluate('caches.match("/zh-Hans/year-end").then((kept) => Boolean(kept))'))
      .toBe(true);
    await page.reload();
    await page.context().setOffline(true);
    await page.goto('/zh-Hans/year-end');
    expect(await today()).toMatch(/12月30日.*墨田区役所/s);
    await page.context().setOffline(false);
    // What fails to load without a connection is no fault of the page.
    visitor.complaints.length = 0;
  });

  test('A resident who will be alone is called, and sees who has looked', async () => {
    comeTo('2026-12-30');
    const volunteer = await browser.come({ as: 'midori', scripts: 'off' });
    await volunteer.go('/year-end/hours');
    await volunteer.pressAt('button[value="2027-01-02.afternoon"]');
    expect(
      await volunteer.page.locator('button[value="2027-01-02.afternoon"]').getAttribute('data-kind'),
    ).toBe('main');

    const maya = await browser.come({ as: 'maya' });
    await maya.go('/year-end/alone');
    await maya.page.check('[name="days"][value="2027-01-02"]', { force: true });
    await maya.page.check('[name="ways"][value="phone"]', { force: true });
    await maya.type('reach', '090-1234-0000');
    await maya.page.check('[name="isAgreed"]', { force: true });
    await maya.press('Tell the coordinators');
    expect(await maya.page.locator('main').textContent()).toContain('A coordinator is looking');

    const sato = await browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
    await sato.go('/desk/year-end');
    await sato.press('Maya');
    await sato.press('Arrange');
    expect(await sato.page.locator('main').textContent()).toContain('arranged');

    const { id } = await db
      .selectFrom('season.calls as c')
      .innerJoin('season.alone as a', 'a.id', 'c.alone_id')
      .select('c.id')
      .where('a.person_id', '=', product.ids.maya)
      .where('c.state', '=', 'arranged')
      .executeTakeFirstOrThrow();
    await volunteer.go('/me');
    await volunteer.pressAt(`a[href$="/year-end/calls/${id}"]`);
    expect(await volunteer.page.locator('main').textContent()).toContain('090-1234-0000');
    await volunteer.press('We have talked');
    await volunteer.page.goto(`/en/year-end/calls/${id}`);
    expect(await volunteer.page.locator('main').textContent()).not.toContain('090-1234-0000');

    await maya.go('/me/record');
    expect(await maya.page.locator('main').textContent()).toContain('Around New Year');
  });

  test('It is one sheet of paper in every language, with customs on a second', async () => {
    comeTo('2026-12-30');
    for (const locale of ['ja', 'ja-easy', 'en', 'zh-Hans'] as const) {
      const visitor = await browser.come({ locale });
      await visitor.go('/year-end');
      const pdf = (await visitor.page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sheets = Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1]);
      expect([locale, sheets]).toEqual([locale, 2]);
    }
  });
});
