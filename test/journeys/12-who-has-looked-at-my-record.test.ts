import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('12 Who has looked at my record', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  test('A coordinator opens Maya’s page, and Maya sees that, and when', async () => {
    const maya = await browser.come({ as: 'maya', scripts: 'off' });
    await maya.go('/me/record');
    expect(await maya.text()).not.toContain('Looked at your profile');

    const coordinator = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await coordinator.go('/people');
    await coordinator.go(`/people/${product.ids.maya}`);
    expect(await coordinator.text()).toContain('Maya');

    await maya.go('/me/record');
    expect(await maya.text()).toMatch(/09:00 Who Coordinator What Looked at your profile/);
  });

  test('Maya takes everything with her that is known of her', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/me/record');
    const answer = await maya.page.request.get('/en/me/export');
    expect(answer.headers()['content-disposition']).toContain('attachment');
    expect(await answer.text()).toContain('maya@otonari.example');
  });

  test('Nobody else’s record opens to her', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go(`/people/${product.ids.sita}`);
    expect(await maya.page.textContent('h1')).toBe('You can’t open this page');
  });
});
