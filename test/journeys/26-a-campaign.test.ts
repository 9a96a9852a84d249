import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('26 A campaign before, during and after its days', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  test.each([
    ['2026-11-04T12:00:00+09:00', 'It begins on', 'Give ¥3,000'],
    ['2026-12-25T12:00:00+09:00', 'Today is the last day', 'Give ¥3,000'],
    ['2026-12-26T00:10:00+09:00', 'It ended on', 'This campaign is over'],
  ])('At %s it says so, with scripts and without, on a phone and at a desk', async (at, standing, more) => {
    product.clock.set(Temporal.Instant.from(at));
    for (const scripts of ['on', 'off'] as const) {
      for (const width of [360, 1280]) {
        const visitor = await browser.come({ scripts, width });
        await visitor.go('/giving/campaigns/new-year');
        expect(await visitor.text()).toContain(standing);
        expect(await visitor.text()).toContain(more);
        await visitor.go('/giving');
        expect(await visitor.text()).toContain('new-year en');
      }
    }
  });
});
