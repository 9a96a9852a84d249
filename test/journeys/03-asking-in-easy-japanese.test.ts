import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { sayHowToTalk, sayWhat, sayWhen, sayWhere } from '../support/filling-in.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('03 A resident asks for help in Easy Japanese', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  test('Every character has its reading above it, and the request is sent in her own Japanese', async () => {
    const maya = await browser.come({ as: 'maya', locale: 'ja-easy', scripts: 'off' });
    await maya.go('/spot/requests/new');
    expect(await maya.page.getAttribute('html', 'lang')).toBe('ja');
    expect(await maya.page.locator('main ruby rt').count()).toBeGreaterThan(20);
    await sayWhat(maya, '市役所から 手紙が 来ました。読めません。いっしょに 来て ほしいです。');
    await sayWhen(maya);
    await sayWhere(maya);
    await sayHowToTalk(maya);
    await maya.pressAt('main form button[data-kind="main"]');
    expect(await maya.text()).toContain('市役所から 手紙が 来ました');
    await maya.pressAt('main form button[data-kind="main"]');
    expect(maya.where()).toMatch(/^\/spot\/requests\/[0-9a-f-]{36}$/);
  });

  test('She changes the language without losing her place', async () => {
    const maya = await browser.come({ as: 'maya', locale: 'ja-easy' });
    await maya.go('/spot/requests');
    await maya.page.locator('summary').filter({ hasText: 'やさしい' }).first().click();
    await maya.pressAt('a[hreflang="en"]');
    expect(new URL(maya.page.url()).pathname).toBe('/en/spot/requests');
  });
});
