import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('36 Brother and sister in a class', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);
  const { db } = product.database;
  const { id: courseId } = await db
    .selectFrom('classes.courses')
    .select('id')
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  type Visitor = Awaited<ReturnType<typeof browser.come>>;
  const main = async ({ page }: Visitor) => (await page.locator('main').textContent()) ?? '';
  const check = ({ page }: Visitor, name: string, value: string) =>
    page.check(`[name="${name}"][value="${value}"]`, { force: true });

  test('Maya enrolls two children without scripts; for the second what is the same stands there already', async () => {
    const maya = await browser.come({ as: 'maya', scripts: 'off' });
    await maya.go(`/classes/${courseId}/enrolment`);
    await maya.type('name', 'Leo');
    await maya.type('birthYear', '2020');
    await maya.page.selectOption('[name="birthMonth"]', '4');
    await maya.page.check('[name="isFirstOfApril"]', { force: true });
    await check(maya, 'languages', 'en');
    await check(maya, 'reading', 'not_yet');
    await check(maya, 'relation', 'mother');
    await maya.type('phone', '090-1234-5678');
    await check(maya, 'decides', 'both');
    await check(maya, 'photos', 'no_face');
    await maya.page.check('[name="isAgreed"]', { force: true });
    await maya.pressAt('main form button[data-kind="main"]');
    expect(await main(maya)).toContain('Year 1 of primary school');

    await maya.go(`/classes/${courseId}/enrolment`);
    expect(await maya.page.inputValue('[name="name"]')).toBe('');
    expect(await maya.page.inputValue('[name="phone"]')).toBe('090-1234-5678');
    await maya.type('name', 'Mia');
    await maya.type('birthYear', '2020');
    await maya.page.selectOption('[name="birthMonth"]', '5');
    await check(maya, 'reading', 'not_yet');
    await maya.page.check('[name="isAgreed"]', { force: true });
    await maya.pressAt('main form button[data-kind="main"]');
    expect(await main(maya)).toContain('Enters primary school in April 2027');
    await maya.go('/children');
    expect(await main(maya)).toMatch(/Leo.*Mia/s);
  });

  test('She says what there is to know, who fetches them once, and a mistake is said beside its field', async () => {
    const maya = await browser.come({ as: 'maya', scripts: 'off' });
    await maya.go('/children');
    await maya.pressAt('main a[href$="/health"]');
    await check(maya, 'kind', 'allergy');
    await maya.page.check('[name="isAgreed"]', { force: true });
    await maya.pressAt('main form button[data-kind="main"]');
    expect(await main(maya)).toContain('Tick a food, or write what it is.');
    await check(maya, 'foods', 'egg');
    await maya.pressAt('main form button[data-kind="main"]');
    expect(await main(maya)).toContain('may be read until Wed, Mar 31, 2027');

    const { page } = maya;
    await page.goto(page.url().replace(/health.*/, 'fetchers'));
    await maya.type('name', 'Hana Sato');
    await check(maya, 'relation', 'friend');
    await check(maya, 'howLong', 'once');
    await page.fill('[name="onDay"]', '2026-12-12');
    await maya.pressAt('main form:last-of-type button[data-kind="main"]');
    expect(await main(maya)).toMatch(/Hana Sato.*Sat, Dec 12, 2026 only/s);
  });

  test('A coordinator writes down who must not fetch; Maya reads nothing of it', async () => {
    const { child_id: childId } = await db
      .selectFrom('classes.guardianships')
      .select('child_id')
      .where('person_id', '=', product.ids.maya)
      .orderBy('said_at')
      .limit(1)
      .executeTakeFirstOrThrow();
    const sato = await browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
    await sato.go(`/desk/children/${childId}`);
    await sato.page.click('summary:has-text("Write down somebody")');
    await sato.type('barred', 'Hana Sato');
    await sato.type('reason', 'Known to us');
    await sato.type('source', 'The police');
    await sato.type('call', 'Kobayashi 03-0000-0000');
    await sato.press('Do not hand over');
    expect(await main(sato)).toContain('Known to us');
    const maya = await browser.come({ as: 'maya' });
    await maya.go(`/children/${childId}/fetchers`);
    expect(await main(maya)).toContain('Hana Sato');
    expect(await main(maya)).not.toContain('Known to us');
  });
});
