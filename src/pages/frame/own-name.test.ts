import { expect, test } from 'vitest';
import { ask, signIn } from '../../../test/support/caller.ts';
import { openProduct } from '../../../test/support/product.ts';
import { createPerson } from '../../modules/people/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';

const product = await openProduct();

async function headerOf(names: { name: string; romaji?: string }, locale: 'ja' | 'en'): Promise<string> {
  const { id } = await inTransaction(product.database.db, (tx) =>
    createPerson(tx, { ...names, roles: ['resident'], now: product.clock() }),
  );
  const page = await (await ask(product, await signIn(product, id), `/${locale}/me`)).text();
  return page.split('<main')[0] ?? '';
}

test.each([
  ['en', 'Nishimura Kazuko'],
  ['ja', '西村 和子'],
] as const)('somebody finds their own name in the menu in a script of %s', async (locale, shown) => {
  expect(await headerOf({ name: '西村 和子', romaji: 'Nishimura Kazuko' }, locale)).toContain(shown);
});

test('a name without another spelling stays as it is written', async () => {
  expect(await headerOf({ name: '西村 和子' }, 'en')).toContain('西村 和子');
});
