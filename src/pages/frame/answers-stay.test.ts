import { expect, test } from 'vitest';
import { ask, press, signIn } from '../../../test/support/caller.ts';
import { openProduct } from '../../../test/support/product.ts';

const product = await openProduct();

test('a page that answers a form does not look at its address again when something changes: that would send it once more', async () => {
  const maya = await signIn(product, product.ids.maya);
  const page = await ask(product, maya, '/en/me/place');
  expect(await page.text()).toContain('data-live="');
  const answer = await press(product, maya, '/en/me/place', { postcode: 'none' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).not.toContain('data-live="');
});
