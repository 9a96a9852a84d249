import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { applyForPair, pairUp } from '../../../../test/support/pairs.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { findApplication } from '../applications/store.ts';
import { setIntroduction } from '../introduction/store.ts';
import { findPair } from '../pair/store.ts';
import { listSteps } from '../steps/store.ts';
import type { PairParty, PairState } from '../types.ts';
import { decline, lapse, residentAccepts, volunteerAccepts } from './answer.ts';
import { lapseUnanswered, remindToAnswer } from './jobs.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
/** A minute after the time in which proposals of the tests are to be answered. */
const late = now.add({ hours: 24 * 7, minutes: 1 });
const coordinatorId = (await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', weekly: [], now })))
  .id;

type Applied = Awaited<ReturnType<typeof apply>>;
const apply = (applying: Omit<Parameters<typeof applyForPair>[1], 'now'>) =>
  inTransaction(db, (tx) => applyForPair(tx, { ...applying, now }));
const pair = (volunteer: Applied, resident: Applied, state: PairState = 'proposed') =>
  inTransaction(db, (tx) =>
    pairUp(tx, {
      volunteerApplicationId: volunteer.id,
      residentApplicationId: resident.id,
      ...{ coordinatorId, state, now },
    }),
  );

/** Two and what they are asked, with what each can do. */
async function two(state: PairState = 'proposed', volunteerPlaces: 1 | 2 = 1) {
  const volunteer = await apply({ side: 'volunteer', places: volunteerPlaces });
  const resident = await apply({ side: 'resident', places: 3 });
  return { volunteer, resident, pairId: await pair(volunteer, resident, state) };
}
const by = (party: PairParty, { personId }: { personId: string | null }, at = now) => ({
  personId,
  party,
  now: at,
});
const run = <Done>(work: Parameters<typeof inTransaction<Done>>[1]) => inTransaction(db, work);
const house = (at = late) => by('house', { personId: null }, at);
const fellFor = async ({ volunteer, resident }: { volunteer: Applied; resident: Applied }) =>
  Promise.all([volunteer, resident].map(async ({ id }) => (await findApplication(db, id))?.fallenThrough));

describe('a yes', () => {
  test('of the volunteer asks the resident, with time of their own; theirs lets both meet', async () => {
    const { volunteer, resident, pairId } = await two();
    await run((tx) =>
      volunteerAccepts(tx, { pairId, doer: by('volunteer', volunteer, now.add({ hours: 48 })) }),
    );
    expect(await findPair(db, pairId)).toMatchObject({ state: 'offered', offeredAt: now.add({ hours: 48 }) });
    expect((await findPair(db, pairId))?.answerBy?.toString()).toBe('2026-12-02T09:00:00Z');
    await run((tx) =>
      residentAccepts(tx, { pairId, doer: by('resident', resident, now.add({ hours: 72 })) }),
    );
    expect(await findPair(db, pairId)).toMatchObject({ state: 'introduction' });
    expect((await findApplication(db, resident.id))?.heardAt).toEqual(now.add({ hours: 72 }));
  });

  test('is refused to the other side, and before the volunteer has said it', async () => {
    const { volunteer, resident, pairId } = await two();
    const refusals = await Promise.all([
      run((tx) => volunteerAccepts(tx, { pairId, doer: by('volunteer', resident) })),
      run((tx) => residentAccepts(tx, { pairId, doer: by('resident', resident) })),
      run((tx) => residentAccepts(tx, { pairId, doer: by('volunteer', volunteer) })),
    ]);
    expect(refusals.map((one) => (one.ok ? null : one.refusal.code))).toEqual([
      'this_is_not_yours_to_do',
      'pair_has_moved_on',
      'this_is_not_yours_to_do',
    ]);
  });

  test('of a resident who chooses lets the others fall through, asked of them or not yet', async () => {
    const { volunteer, resident, pairId } = await two('offered');
    const others = [await apply({ side: 'volunteer' }), await apply({ side: 'volunteer' })] as const;
    const offered = await pair(others[0], resident, 'offered');
    const proposed = await pair(others[1], resident);
    await run((tx) => residentAccepts(tx, { pairId, doer: by('resident', resident) }));
    const states = await Promise.all(
      [pairId, offered, proposed].map(async (id) => (await findPair(db, id))?.state),
    );
    expect(states).toEqual(['introduction', 'fell_through', 'fell_through']);
    expect(await fellFor({ volunteer, resident })).toEqual([0, 0]);
    expect(await fellFor({ volunteer: others[0], resident: others[1] as Applied })).toEqual([1, 1]);
  });

  test('to two at once is one yes: both by the same resident, in two windows', async () => {
    const { resident, pairId } = await two('offered');
    const second = await pair(await apply({ side: 'volunteer' }), resident, 'offered');
    const both = await Promise.all(
      [pairId, second].map((id) =>
        run((tx) => residentAccepts(tx, { pairId: id, doer: by('resident', resident) })),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const states = await Promise.all([pairId, second].map(async (id) => (await findPair(db, id))?.state));
    expect(states.toSorted()).toEqual(['fell_through', 'introduction']);
  });
});

describe('a no', () => {
  test.each<[PairState, PairParty, readonly [number, number]]>([
    ['proposed', 'volunteer', [0, 1]],
    ['offered', 'volunteer', [0, 1]],
    ['offered', 'resident', [1, 0]],
    ['introduction', 'resident', [1, 0]],
    ['introduction', 'coordinator', [1, 1]],
  ])('to what is %s, by the %s, counts for whoever did not choose it', async (state, party, fell) => {
    const people = await two(state);
    const persons = {
      volunteer: people.volunteer,
      resident: people.resident,
      coordinator: { personId: coordinatorId },
    };
    const doer = by(party, persons[party as 'volunteer']);
    const done = await run((tx) => decline(tx, { pairId: people.pairId, doer, reason: 'Too far for me.' }));
    expect(done.ok).toBe(true);
    expect(await findPair(db, people.pairId)).toMatchObject({ state: 'fell_through', answerBy: null });
    expect(await fellFor(people)).toEqual(fell);
    const [step] = await listSteps(db, { pairId: people.pairId });
    expect(step).toMatchObject({ act: 'decline', reason: 'Too far for me.' });
  });

  test('that the resident never hears of leaves no trace on their application', async () => {
    const { volunteer, resident, pairId } = await two();
    const { fallenThrough: _, ...before } = (await findApplication(db, resident.id)) ?? {};
    await run((tx) => decline(tx, { pairId, doer: by('volunteer', volunteer) }));
    expect(await findApplication(db, resident.id)).toMatchObject(before);
  });

  test('and a yes at once: one of them is done', async () => {
    const { volunteer, pairId } = await two();
    const doer = by('volunteer', volunteer);
    const both = await Promise.all([
      run((tx) => volunteerAccepts(tx, { pairId, doer, version: 1 })),
      run((tx) => decline(tx, { pairId, doer, version: 1 })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('silence', () => {
  test('lets a proposal lapse once its time is over, and not before', async () => {
    const people = await two('offered');
    expect((await run((tx) => lapse(tx, { pairId: people.pairId, doer: house(now) }))).ok).toBe(false);
    await lapseUnanswered(db, late);
    expect((await findPair(db, people.pairId))?.state).toBe('fell_through');
    expect(await fellFor(people)).toEqual([1, 0]);
    const [step] = await listSteps(db, { pairId: people.pairId });
    expect(step).toMatchObject({ act: 'lapse', byPerson: null });
  });

  test('against a yes at the last moment: one of them is done', async () => {
    const { volunteer, pairId } = await two();
    const [yes, lapsed] = await Promise.all([
      run((tx) => volunteerAccepts(tx, { pairId, doer: by('volunteer', volunteer, late) })),
      run((tx) => lapse(tx, { pairId, doer: house() })),
    ]);
    expect([yes.ok, lapsed.ok].filter(Boolean)).toHaveLength(1);
    expect((await findPair(db, pairId))?.state).toBe(yes.ok ? 'offered' : 'fell_through');
  });

  test('where no time to meet was found is nobody’s no; after they have met, it is one', async () => {
    const people = await two('introduction');
    await lapseUnanswered(db, late);
    expect((await findPair(db, people.pairId))?.state).toBe('introduction');
    const startsAt = now.add({ hours: 24 });
    const when = {
      startsAt,
      endsAt: startsAt.add({ minutes: 30 }),
      place: 'online',
      whereWords: 'meet.example',
    } as const;
    await run((tx) =>
      setIntroduction(tx, { ...when, pairId: people.pairId, hostId: coordinatorId, setBy: null, now }),
    );
    await lapseUnanswered(db, late);
    expect((await findPair(db, people.pairId))?.state).toBe('fell_through');
    expect(await fellFor(people)).toEqual([0, 0]);
  });

  test('is broken by one reminder, on the day before, of whoever was asked before that evening', async () => {
    const { pairId } = await two();
    const told = async () => {
      const events = await db
        .selectFrom('platform.events')
        .select('ids')
        .where('type', '=', 'pairs.pair.answer_due')
        .execute();
      return events.filter(({ ids }) => (ids as { pairId: string }).pairId === pairId).length;
    };
    const evening = Temporal.Instant.from('2026-11-30T17:00:00+09:00');
    await remindToAnswer(db, evening.subtract({ hours: 24 }));
    expect(await told()).toBe(0);
    await remindToAnswer(db, evening);
    await remindToAnswer(db, evening.add({ minutes: 30 }));
    expect(await told()).toBe(1);
  });
});
