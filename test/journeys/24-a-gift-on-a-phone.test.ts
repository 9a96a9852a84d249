import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('24 Somebody gives once, on a phone, without an account', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  test.each(['on', 'off'] as const)('In a minute, with scripts %s', async (scripts) => {
    const email = `ren-${scripts}@otonari.example`;
    const ren = await browser.come({ scripts });
    await ren.go('/giving');
    await ren.press('Give');
    await ren.choose('tier', '5000');
    await ren.choose('channel', 'card');
    await ren.type('email', email);
    // Nothing checks before it is sent: the answer says what is missing.
    await ren.page
      .locator('form[action$="/giving/new"]')
      .evaluate((form) => form.setAttribute('novalidate', ''));
    await ren.press('Look it through');
    expect(await ren.text()).toContain('Please write a name.');
    expect(await ren.page.inputValue('[name="email"]')).toBe(email);
    await ren.type('name', 'Ren Sato');
    await ren.press('Look it through');
    expect(ren.where()).toBe('/giving/new/summary');
    expect(await ren.text()).toMatch(/¥5,000, once.*Campaign.*new-year en/s);
    await ren.press('Send and go on to pay');
    expect(await ren.text()).toContain('We never see your card number.');
    await ren.press('Go on to pay');
    expect(await ren.text()).toContain('No money moves here');
    await ren.press('Pay');
    expect(await ren.text()).toContain('Thank you');

    const thanks = () =>
      product.database.db
        .selectFrom('platform.development_mail')
        .select('body')
        .where('recipient', '=', email)
        .executeTakeFirst();
    const isThanked = async () => {
      await product.hurry();
      return (await thanks())?.body ?? '';
    };
    await expect.poll(isThanked, { timeout: 20_000, interval: 300 }).toContain('¥5,000');
    await ren.page.reload();
    expect(await ren.text()).toContain('Your gift has come in: ¥5,000, once');
  });
});
