import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('11 Help now, without a connection', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  test('Somebody who has been here once finds 119 and 110 with the network gone, in their language', async () => {
    const visitor = await browser.come({ locale: 'zh-Hans' });
    await visitor.go('/');
    await visitor.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await expect
      .poll(() => visitor.page.evaluate('caches.match("/zh-Hans/help-now").then((kept) => Boolean(kept))'))
      .toBe(true);
    await visitor.page.reload();
    await visitor.page.context().setOffline(true);
    await visitor.page.goto('/zh-Hans/spot/requests/new');
    const text = (await visitor.page.locator('main').textContent()) ?? '';
    expect(text).toContain('119');
    expect(text).toContain('110');
    expect(await visitor.page.locator('a[href="tel:119"]').count()).toBeGreaterThan(0);
    await visitor.page.context().setOffline(false);
    // What fails to load without a connection is no fault of the page.
    visitor.complaints.length = 0;
  });
});
