import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../persons/commands.ts';
import { findPerson } from '../persons/store.ts';
import { findActor } from '../roles/store.ts';
import type { Person } from '../types.ts';
import { addMember, type NewMember, removeMember } from './commands.ts';
import { listHousehold } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const ren: NewMember = { name: '蓮', relation: 'child', born: { year: 2020, month: 2 } };
const none = { year: null, month: null };

let keeper: Person;
let count = 0;
beforeEach(async () => {
  const email = `keeper${++count}@example.org`;
  keeper = await inTransaction(db, (tx) => createPerson(tx, { name: 'Mina', email, now }));
});

const add = async (member: NewMember, to = keeper) => {
  const outcome = await inTransaction(db, (tx) => addMember(tx, to, { member, now }));
  return outcome.ok ? outcome.value : outcome.refusal.code;
};
const remove = (memberId: string, by = keeper) =>
  inTransaction(db, (tx) => removeMember(tx, by.id, memberId));

describe('addMember', () => {
  it('adds a child who has no address and can never sign in', async () => {
    const id = await add(ren);
    expect(await findPerson(db, id)).toMatchObject({ name: '蓮', email: null, isChild: true });
    expect(await findActor(db, id, now)).toBeNull();
    expect(await listHousehold(db, keeper.id)).toMatchObject([
      { name: '蓮', relation: 'child', isChild: true },
    ]);
  });

  it('keeps no month of birth of an adult, and counts a grown child as an adult', async () => {
    await add({ name: 'Jun', relation: 'partner', born: { year: 1984, month: 3 } });
    await add({ name: 'Ken', relation: 'child', born: { year: 2000, month: 3 } });
    const members = await listHousehold(db, keeper.id);
    expect(members.map(({ name, isChild, birthMonth }) => `${name} ${isChild} ${birthMonth}`).sort()).toEqual(
      ['Jun false null', 'Ken false 2000-03-01'],
    );
  });

  it('refuses a child without month of birth', async () => {
    expect(await add({ ...ren, born: none })).toBe('say_when_the_child_was_born');
  });

  it('keeps one household however many are added at once, and refuses the thirteenth member', async () => {
    const adds = Array.from({ length: 13 }, (_, index) => add({ ...ren, name: `蓮${index}` }));
    const answers = await Promise.all(adds);
    expect(answers.filter((answer) => answer === 'household_is_full')).toHaveLength(2);
    const members = await listHousehold(db, keeper.id);
    expect(members).toHaveLength(11);
    expect(new Set(members.map(({ householdId }) => householdId)).size).toBe(1);
  });
});

describe('removeMember', () => {
  it('deletes what was known of the member', async () => {
    const id = await add(ren);
    expect((await remove(id)).ok).toBe(true);
    expect(await findPerson(db, id)).toBeNull();
  });

  it('refuses a member of another household, the keeper, and nobody', async () => {
    const id = await add(ren);
    const other = await inTransaction(db, (tx) => createPerson(tx, { name: 'Other', now }));
    await add({ ...ren, name: 'Their child' }, other);
    for (const [memberId, by] of [
      [id, other],
      [keeper.id, keeper],
      ['00000000-0000-4000-8000-000000000000', keeper],
    ] as const) {
      expect(await remove(memberId, by)).toMatchObject({ refusal: { code: 'member_is_unknown' } });
    }
    expect(await findPerson(db, id)).not.toBeNull();
  });
});
