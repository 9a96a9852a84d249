import { expect, test } from 'vitest';
import { ask, signInEverybody } from '../../../test/support/caller.ts';
import { openProduct } from '../../../test/support/product.ts';

const product = await openProduct();
const everybody = await signInEverybody(product);

async function densityOf(who: 'coordinator' | 'maya' | 'haru', path: string): Promise<string | undefined> {
  const page = await (await ask(product, everybody[who], path)).text();
  return /<html[^>]* data-density="(\w+)"/.exec(page)?.[1];
}

test.each([
  ['coordinator', '/ja/desk', 'compact'],
  ['coordinator', '/ja/people', 'compact'],
  ['coordinator', '/ja/me', 'roomy'],
  ['coordinator', '/ja/help-now', 'roomy'],
  ['maya', '/en/me', 'roomy'],
  ['haru', '/ja/spot/offers', 'roomy'],
  ['haru', '/ja/desk', 'roomy'],
] as const)('%s finds %s %s: what is read as staff is set close', async (who, path, density) => {
  expect(await densityOf(who, path)).toBe(density);
});
