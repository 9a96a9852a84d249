import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { Effort } from '../support/effort.ts';
import { VISIT_DAY, WORDS } from '../support/filling-in.ts';
import { readMailedCode } from '../support/mailed-code.ts';
import { serveProduct } from '../support/product.ts';

const SIGN_IN_CODE = 'form[action$="/sign-in/code"] button[data-kind="main"]';

describe.skipIf(!hasBrowser)('17 Asking in three minutes', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  test('A new resident on a small phone comes from the home page to a request that is sent', async () => {
    const email = 'new-on-a-phone@example.org';
    const noor = await browser.come();
    const { page } = noor;
    const effort = new Effort(page);
    await noor.go('/');
    await effort.look();
    await effort.tap('main a[href$="/spot/requests/new"]', '#what:visible');
    expect((await page.locator('#what [name="category"]').first().boundingBox())?.y).toBeLessThan(780);
    await effort.choose('category', 'admin');
    await effort.type('ownWords', WORDS);
    await effort.choose('neededTasks', 'speak');
    await effort.tap('#what [data-step-next]', '#meeting:visible');
    await effort.choose('durationMinutes', '60');
    await effort.type('times.0.date', VISIT_DAY);
    await effort.choose('times.0.start', '10:00');
    await effort.choose('placeKind', 'place');
    await effort.choose('place.municipality', '13110');
    await effort.type('place.town', 'Nakameguro');
    await effort.tap('#meeting [data-steps-end] button', /\/sign-in\?/);
    await effort.type('email', email);
    await effort.tap('form[action$="/sign-in"] button[data-kind="main"]', /\/sign-in\/code/);
    await effort.type('code', await readMailedCode(page.context(), email));
    await effort.tap(SIGN_IN_CODE, /\/spot\/requests\/summary/);
    expect(await noor.text()).toContain(WORDS);
    expect(await noor.text()).toContain('Meguro');
    await effort.type('name', 'Noor');
    await effort.tap('form[action$="/spot/requests"] button[data-kind="main"]', /requests\/[0-9a-f-]{36}/);
    expect(await noor.text()).toContain('A coordinator will read it');
    await effort.read('.flash');
    console.info(`${effort}`);
    expect(effort.taps).toBeLessThanOrEqual(24);
    expect(effort.screens.size).toBeLessThanOrEqual(7);
    expect(effort.passed).toBeLessThanOrEqual(450);
  });

  test('The same without scripts: what is to mend is said before signing in, and nothing is typed twice', async () => {
    const email = 'new-without-scripts@example.org';
    const noor = await browser.come({ scripts: 'off' });
    await noor.go('/spot/requests/new');
    await noor.choose('category', 'admin');
    await noor.type('ownWords', WORDS);
    await noor.choose('neededTasks', 'speak');
    await noor.choose('durationMinutes', '60');
    await noor.type('times.0.date', '2026-11-20');
    await noor.choose('times.0.start', '10:00');
    await noor.choose('placeKind', 'online');
    await noor.press('sign in and send');
    expect([noor.where(), await noor.page.locator('#times\\.0-refusal').count()]).toEqual([
      '/spot/requests/new',
      1,
    ]);
    expect(await noor.page.inputValue('[name="ownWords"]')).toBe(WORDS);
    await noor.type('times.0.date', VISIT_DAY);
    await noor.press('sign in and send');
    await noor.type('email', email);
    await noor.press('Send me a code');
    await noor.type('code', await readMailedCode(noor.page.context(), email));
    await noor.pressAt(SIGN_IN_CODE);
    expect(await noor.text()).toContain(WORDS);
    await noor.press('Send it');
    expect(await noor.page.locator('#name-refusal').count()).toBe(1);
    await noor.type('name', 'Noor');
    await noor.press('Send it');
    expect(await noor.text()).toContain('A coordinator will read it');
  });
});
