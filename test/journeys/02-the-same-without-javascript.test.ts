import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { sayHowToTalk, sayWhat, sayWhen, sayWhere, WORDS } from '../support/filling-in.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('02 A resident asks for help without JavaScript', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  test('The whole form is one page; a mistake comes back beside its field; then it is sent', async () => {
    const maya = await browser.come({ as: 'maya', scripts: 'off' });
    await maya.go('/spot/requests/new');
    expect(await maya.page.locator('[data-step]:visible').count()).toBe(2);
    await sayWhat(maya);
    await sayWhen(maya, '2027-01-01');
    await sayWhere(maya);
    await sayHowToTalk(maya);
    await maya.press('Check my answers');
    expect(await maya.text()).toMatch(/closed (on public holidays|over New Year)/);
    expect(await maya.page.inputValue('[name="ownWords"]')).toBe(WORDS);

    await sayWhen(maya);
    await maya.press('Check my answers');
    expect(await maya.text()).toContain('Nothing has been sent yet');
    await maya.press('Send it');
    expect(await maya.text()).toContain('A coordinator will read it');
  });

  test('Words of danger bring the emergency numbers up before anything else, with a way to go on', async () => {
    const maya = await browser.come({ as: 'maya', scripts: 'off' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya, 'I have chest pain.');
    await sayWhen(maya, '2027-01-01');
    await sayWhere(maya);
    await sayHowToTalk(maya);
    await maya.press('Check my answers');
    const [panel, refusals] = [maya.page.locator('[data-danger]'), maya.page.locator('.form-refusals')];
    const [first, second] = [await panel.boundingBox(), await refusals.boundingBox()];
    expect(first?.y).toBeLessThan(second?.y ?? 0);
    expect(await maya.text()).toContain('Nobody is in danger');
  });

  test('What is kept for later is there when she comes back', async () => {
    const maya = await browser.come({ as: 'maya', scripts: 'off' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya, 'A letter from the school.');
    await maya.press('Keep it for later');
    await maya.go('/spot/requests/new');
    expect(await maya.page.inputValue('[name="ownWords"]')).toBe('A letter from the school.');
  });
});
