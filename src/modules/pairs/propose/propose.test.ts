import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { applyForPair } from '../../../../test/support/pairs.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { addMember, createPerson, findPerson } from '../../people/index.ts';
import { keepApart } from '../../trust/index.ts';
import { findPair, listPairsOf } from '../pair/store.ts';
import { listSteps } from '../steps/store.ts';
import { propose } from './propose.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const apply = (applying: Omit<Parameters<typeof applyForPair>[1], 'now'>) =>
  inTransaction(db, (tx) => applyForPair(tx, { ...applying, now }));
const coordinatorId = (await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', weekly: [], now })))
  .id;
const proposeThem = (volunteer: { id: string }, resident: { id: string }) =>
  inTransaction(db, (tx) =>
    propose(tx, {
      volunteerApplicationId: volunteer.id,
      residentApplicationId: resident.id,
      roundId: null,
      reasons: { codes: [], words: 'Both love karuta.' },
      fit: 700,
      doer: { personId: coordinatorId, party: 'coordinator', now },
    }),
  );
const codeOf = (outcome: Awaited<ReturnType<typeof proposeThem>>) =>
  outcome.ok ? null : outcome.refusal.code;
const two = async () => [await apply({ side: 'volunteer' }), await apply({ side: 'resident' })] as const;

describe('a proposal', () => {
  test('asks the volunteer, in the care of whoever made it', async () => {
    const [volunteer, resident] = await two();
    const proposed = await proposeThem(volunteer, resident);
    const id = proposed.ok ? proposed.value : '';
    expect(await findPair(db, id)).toMatchObject({
      state: 'proposed',
      coordinatorId,
      reasons: { words: 'Both love karuta.' },
      fit: 700,
    });
    expect(await listSteps(db, { pairId: id })).toMatchObject([{ act: 'propose', byPerson: coordinatorId }]);
    const told = await db
      .selectFrom('platform.events')
      .selectAll()
      .where('type', '=', 'pairs.pair.proposed')
      .execute();
    expect(told.map(({ ids }) => (ids as { pairId: string }).pairId)).toContain(id);
  });

  test('is refused to two who are in one already, and to whom has no free place', async () => {
    const [volunteer, resident] = [
      await apply({ side: 'volunteer', places: 2 }),
      await apply({ side: 'resident', places: 3 }),
    ];
    expect(codeOf(await proposeThem(volunteer, resident))).toBe(null);
    expect(codeOf(await proposeThem(volunteer, resident))).toBe('they_are_proposed_already');
    expect(codeOf(await proposeThem(volunteer, await apply({ side: 'resident' })))).toBe(null);
    expect(codeOf(await proposeThem(volunteer, await apply({ side: 'resident' })))).toBe(
      'there_is_no_free_place',
    );
  });

  test('is refused to people kept apart, whoever of a family it is, and to one household', async () => {
    const child = (await inTransaction(db, (tx) => createPerson(tx, { name: 'Leo', weekly: [], now }))).id;
    const [volunteer, resident] = [
      await apply({ side: 'volunteer' }),
      await apply({ side: 'resident', withIds: [child] }),
    ];
    const by = { personId: coordinatorId, role: 'coordinator' };
    await inTransaction(db, (tx) =>
      keepApart(tx, { personId: child, otherId: volunteer.personId, reason: 'They quarrelled.', by, now }),
    );
    expect(codeOf(await proposeThem(volunteer, resident))).toBe('they_are_kept_apart');

    const keeper = await apply({ side: 'volunteer' });
    const member = { name: 'Ren', relation: 'partner', born: { year: null, month: null } } as const;
    const added = await inTransaction(db, async (tx) => {
      const person = await findPerson(tx, keeper.personId);
      return person && addMember(tx, person, { member, now });
    });
    const other = await apply({ side: 'resident', personId: added?.ok ? added.value : '' });
    expect(codeOf(await proposeThem(keeper, other))).toBe('they_are_one_household');
  });

  test('of rivals is one: two coordinators propose the same two, or one volunteer twice', async () => {
    const [volunteer, resident] = await two();
    const all = await Promise.all([
      proposeThem(volunteer, resident),
      proposeThem(volunteer, resident),
      proposeThem(volunteer, await apply({ side: 'resident' })),
    ]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listPairsOf(db, volunteer.id)).toHaveLength(1);
  });
});
