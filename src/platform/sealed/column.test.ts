import { expect, test } from 'vitest';
import { z } from 'zod';
import { connectTolerant, testDatabase } from '../../../test/support/database.ts';
import { sealedColumn, UNREADABLE } from './column.ts';
import { NO_WORDS } from './seal.ts';

const { db, appUrl } = await testDatabase();
const tolerant = connectTolerant(appUrl);
const column = sealedColumn('platform.kept_forms.fields');
const Walk = z.object({ where: z.string() });
const seal = (value: unknown) => column.seal(db, 'a', JSON.stringify(value));
const read = (held = NO_WORDS) => column.read(db, 'a', held, Walk);

test('what is kept as JSON is read as what it was', () => {
  expect(read(seal({ where: 'along the river' }))).toEqual({ where: 'along the river' });
});

test.each([
  ['of another form', seal({ where: 7 })],
  ['that is no JSON', column.seal(db, 'a', 'along the')],
  ['that was forgotten', NO_WORDS],
])('nothing is read of what is kept %s', (_what, held) => {
  expect(read(held)).toBeNull();
});

test('what was put into another row does not open: who reads it is not lost for it, and its place is told', () => {
  const held = seal({ where: 'along the river' });
  expect(column.read(tolerant.db, 'b', held, Walk)).toBeNull();
  expect(column.open(tolerant.db, 'b', held)).toBe(UNREADABLE);
  expect(tolerant.unread).toEqual(Array(2).fill('platform.kept_forms.fields b'));
});
