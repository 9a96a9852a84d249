import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { personalDataMaps } from '../../src/modules.ts';
import { listRuled } from '../../src/platform/rights/ruled.ts';
import { ask, signIn } from '../support/caller.ts';
import { testSeal } from '../support/database.ts';
import { openProduct } from '../support/product.ts';
import { openAllWords } from '../support/sealed-words.ts';

const product = await openProduct();
const { ids } = product;

async function exportOf(personId: string) {
  const answer = await ask(product, await signIn(product, personId), '/en/me/export');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  return { page: text('index.html'), data: JSON.parse(text('data.json')), text: text('data.json') };
}

test('holds what somebody wrote, over all programs, to read and for machines', async () => {
  const { page, data, text } = await exportOf(ids.sita);
  const tables = data.own.map(({ table }: { table: string }) => table);
  for (const table of ['people.persons', 'spot.support_requests', 'conversations.messages', 'auth.sessions'])
    expect(tables).toContain(table);
  for (const words of ['sita@otonari.example', 'Thank you, see you there.']) {
    expect(text).toContain(words);
    expect(page).toContain(words);
  }
  expect(text).toContain('Asha');
});

test('holds nothing sealed that is not theirs, and no concern about them, not even that there is one', async () => {
  const { text, page } = await exportOf(ids.sita);
  const never = new Set(
    listRuled(personalDataMaps).flatMap(({ table, rule, columns }) =>
      columns.flatMap(({ name, export: out }) =>
        rule.export === 'never' || out === 'never' ? [`${table}.${name}`] : [],
      ),
    ),
  );
  const withheld = (await openAllWords(product.database.db, testSeal)).filter(
    ({ column, text: words }) => never.has(column) && (words?.length ?? 0) > 12,
  );
  expect(withheld.map(({ column }) => column)).toContain('trust.concerns.words');
  for (const { column, text: words } of withheld)
    expect([column, text.includes(words ?? '') || page.includes(words ?? '')]).toEqual([column, false]);
  expect(text).not.toMatch(/concern/i);
});

test('holds nothing of anybody else', async () => {
  const { text } = await exportOf(ids.nobody);
  for (const words of ['sita@otonari.example', 'maya@otonari.example', 'Thank you', 'distance_meters'])
    expect([words, text.includes(words)]).toEqual([words, false]);
});
