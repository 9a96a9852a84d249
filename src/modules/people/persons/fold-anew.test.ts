import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { searchPersons } from '../directory/store.ts';
import { createPerson } from './commands.ts';
import { foldNamesAnew } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T00:00:00Z');
const find = (words: string) =>
  searchPersons(db, {
    words,
    role: null,
    on: Temporal.PlainDate.from('2026-11-24'),
    afterId: null,
    limit: 10,
  });

test('people kept before names were folded as now are found afterwards, and a second time changes nothing', async () => {
  const former: [name: string, fold: string, typed: string][] = [
    ['Đỗ Hương', 'đohuong', 'do huong'],
    ['ラム・シャルマ', 'らむ・しゃるま', 'ラムシャルマ'],
    ['髙橋 恵', '髙橋恵', '高橋'],
    ['Ann O’Brien', 'anno’brien', "o'brien"],
  ];
  for (const [at, [name, search_text]] of former.entries()) {
    const { id } = await inTransaction(db, (tx) =>
      createPerson(tx, { name, email: `p${at}@example.org`, now }),
    );
    await db.updateTable('people.persons').set({ search_text }).where('id', '=', id).execute();
  }
  for (const [, , typed] of former) expect(await find(typed)).toHaveLength(0);
  expect(await foldNamesAnew(db)).toBe(4);
  for (const [name, , typed] of former)
    expect((await find(typed)).map(({ person }) => person.name)).toEqual([name]);
  expect(await foldNamesAnew(db)).toBe(0);
});
