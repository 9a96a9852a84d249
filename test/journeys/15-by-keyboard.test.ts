import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { VISIT_DAY, WORDS } from '../support/filling-in.ts';
import { readMailedCode } from '../support/mailed-code.ts';
import { serveProduct } from '../support/product.ts';
import { askedFor, requestIn } from '../support/samples.ts';
import { Tabbing } from '../support/tabbing.ts';

/** The numbers were 97 and 44 once, without the ways that skip what comes first. A page that needs more has lost one. */
describe.skipIf(!hasBrowser)('15 By the Tab key alone', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);

  test('A new resident comes from the home page to a request that is sent, signing in on the way', async () => {
    const email = 'new-by-keyboard@example.org';
    const maya = await browser.come({ width: 1280 });
    const { page } = maya;
    const keys = new Tabbing(page);
    await maya.go('/');
    await keys.enter('.skip-link');
    await keys.enter('main a[href$="/spot/requests/new"]');
    await page.waitForURL('**/spot/requests/new');
    await keys.enter('.skip-link');
    await keys.to('[name="category"]');
    await maya.choose('category', 'admin');
    await keys.to('[name="ownWords"]');
    await page.keyboard.type(WORDS);
    await keys.to('[name="neededTasks"][value="speak"]');
    await page.keyboard.press('Space');
    await keys.enter('#what [data-step-next]');
    await page.waitForSelector('#meeting:visible');
    await keys.to('[name="durationMinutes"]');
    await maya.choose('durationMinutes', '60');
    await keys.to('[name="times.0.date"]');
    await maya.type('times.0.date', VISIT_DAY);
    await keys.to('[name="times.0.start"]');
    await maya.choose('times.0.start', '10:00');
    await keys.to('[name="placeKind"]');
    await maya.choose('placeKind', 'online');
    await keys.enter('#meeting [data-steps-end] button');
    await page.waitForURL('**/sign-in?**');
    await keys.enter('.skip-link');
    await keys.to('[name="email"]');
    await page.keyboard.type(email);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in/code?**');
    await keys.enter('.skip-link');
    await keys.to('[name="code"]');
    await page.keyboard.type(await readMailedCode(page.context(), email));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/spot/requests/summary');
    await keys.enter('.skip-link');
    await keys.to('[name="name"]');
    await page.keyboard.type('Noor');
    await keys.enter('main form[action$="/spot/requests"] button[data-kind="main"]');
    await page.waitForURL(/\/spot\/requests\/[0-9a-f-]{36}/);
    expect(keys.presses).toBeLessThanOrEqual(60);
  });

  test('A coordinator comes from the desk to having those asked who fit best', async () => {
    const coordinator = await browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
    const { page } = coordinator;
    const keys = new Tabbing(page);
    const id = await requestIn(db, 'submitted');
    await coordinator.go('/desk');
    // What is more urgent stands before it: a Tab each.
    const before = await page
      .locator('.work-row')
      .evaluateAll(
        (rows, path) => rows.findIndex((row) => row.innerHTML.includes(path)),
        `/desk/requests/${id}"`,
      );
    await keys.enter('.skip-link');
    await keys.enter(`main a[href$="/desk/requests/${id}"]`);
    await page.waitForURL(`**/desk/requests/${id}`);
    await keys.enter('.skip-link');
    await keys.enter('summary:has(~ .confirm-inside form[action$="/opening"])');
    await keys.enter('form[action$="/opening"] button');
    await page.waitForSelector('form[action$="/waves"]');
    await keys.enter('form[action$="/waves"] button');
    const asked = async () => (await askedFor(db, product.ids, id)).length;
    await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(keys.presses - before).toBeLessThanOrEqual(18);
  });
});
