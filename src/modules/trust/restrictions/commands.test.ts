import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { DECIDER, doing, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson, findActor } from '../../people/index.ts';
import { isApprovedVolunteer } from '../standing/store.ts';
import type { RestrictionKind } from '../types.ts';
import {
  keepApart,
  liftRestriction,
  pauseVolunteer,
  restrictVolunteer,
  resumeVolunteering,
  suspendPerson,
} from './commands.ts';
import { listRestrictions, listRestrictionsInForce, personsKeptApart } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const later = now.add({ hours: 1 });
const reason = 'said by a coordinator';

async function lift(personId: string, kind: RestrictionKind) {
  const found = (await listRestrictions(db, [personId])).find((one) => one.kind === kind);
  const restrictionId = found?.id ?? '';
  return doing(db, (tx) => liftRestriction(tx, { personId, restrictionId, reason, by: DECIDER, now: later }));
}

describe('a suspension', () => {
  it('puts somebody out at once, and lifting it lets them in and be asked again', async () => {
    const { id } = await makeVolunteer(db, now);
    await doing(db, (tx) => suspendPerson(tx, { personId: id, reason, by: DECIDER, now }));
    expect(await findActor(db, id, now)).toBeNull();
    expect(await isApprovedVolunteer(db, id, now)).toBe(false);
    await lift(id, 'suspension');
    expect(await findActor(db, id, later)).not.toBeNull();
    expect(await isApprovedVolunteer(db, id, later)).toBe(true);
    const told = await sql<{ n: number }>`select count(*)::int as n from platform.events
      where type = 'trust.person.suspended' and ids->>'personId' = ${id}`.execute(db);
    expect(told.rows[0]?.n).toBe(1);
  });

  it('holds once, however many coordinators press at once', async () => {
    const { id } = await makeVolunteer(db, now);
    const outcomes = await Promise.all(
      [1, 2, 3].map(() =>
        inTransaction(db, (tx) => suspendPerson(tx, { personId: id, reason, by: DECIDER, now })),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('of oneself is refused', async () => {
    const { id } = await makeVolunteer(db, now);
    const by = { personId: id, role: 'coordinator' };
    const outcome = await inTransaction(db, (tx) => suspendPerson(tx, { personId: id, reason, by, now }));
    expect(outcome).toMatchObject({ refusal: { code: 'nobody_decides_about_themselves' } });
  });
});

describe('two people kept apart', () => {
  it('are found from either side, whoever it was set for, until it is lifted', async () => {
    const people = await inTransaction(db, async (tx) => [
      await createPerson(tx, { name: 'Ito', now }),
      await createPerson(tx, { name: 'Ueda', now }),
    ]);
    const ids = people.map(({ id }) => id).sort();
    for (const [personId = '', otherId = ''] of [ids, [...ids].reverse()]) {
      await doing(db, (tx) => keepApart(tx, { personId, otherId, reason, by: DECIDER, now }));
      expect([...(await personsKeptApart(db, personId))]).toEqual([otherId]);
      expect([...(await personsKeptApart(db, otherId))]).toEqual([personId]);
      const twice = await inTransaction(db, (tx) =>
        keepApart(tx, { personId: otherId, otherId: personId, reason, by: DECIDER, now }),
      );
      expect(twice).toMatchObject({ refusal: { code: 'restriction_holds_already' } });
      await liftAll(otherId);
      expect((await personsKeptApart(db, personId)).size + (await personsKeptApart(db, otherId)).size).toBe(
        0,
      );
    }
  });

  it('are never one and the same', async () => {
    const { id } = await makeVolunteer(db, now);
    const outcome = await inTransaction(db, (tx) =>
      keepApart(tx, { personId: id, otherId: id, reason, by: DECIDER, now }),
    );
    expect(outcome).toMatchObject({ refusal: { code: 'other_person_is_the_same' } });
  });
});

async function liftAll(personId: string): Promise<void> {
  const open = (await listRestrictions(db, [personId])).filter(({ untilAt }) => untilAt === null);
  for (const { id: restrictionId } of open) {
    await doing(db, (tx) => liftRestriction(tx, { personId, restrictionId, reason, by: DECIDER, now }));
  }
}

describe('a pause', () => {
  it('ends by itself with the start of the first day back in Japan', async () => {
    const { id } = await makeVolunteer(db, now);
    const untilOn = Temporal.PlainDate.from('2028-02-29');
    await doing(db, (tx) => pauseVolunteer(tx, { personId: id, untilOn, reason: '', by: DECIDER, now }));
    const back = Temporal.Instant.from('2028-02-29T00:00:00+09:00');
    expect(await isApprovedVolunteer(db, id, back.subtract({ seconds: 1 }))).toBe(false);
    expect(await isApprovedVolunteer(db, id, back)).toBe(true);
  });

  it('ends when the volunteer is back, and may begin again the same day', async () => {
    const { id } = await makeVolunteer(db, now);
    const pausing = { personId: id, untilOn: null, reason: '', by: DECIDER };
    await doing(db, (tx) => pauseVolunteer(tx, { ...pausing, now }));
    await doing(db, (tx) => resumeVolunteering(tx, { personId: id, now: later }));
    expect(await isApprovedVolunteer(db, id, later)).toBe(true);
    await doing(db, (tx) => pauseVolunteer(tx, { ...pausing, now: later }));
    expect(await isApprovedVolunteer(db, id, later)).toBe(false);
  });

  it.each([
    ['2026-11-24', 'first_day_back_comes_after_today'],
    ['2020-01-01', 'first_day_back_comes_after_today'],
    ['2028-11-25', 'pause_is_at_most_two_years'],
  ])('until %s is refused: %s', async (iso, code) => {
    const { id } = await makeVolunteer(db, now);
    const untilOn = Temporal.PlainDate.from(iso);
    const outcome = await inTransaction(db, (tx) =>
      pauseVolunteer(tx, { personId: id, untilOn, reason: '', by: DECIDER, now }),
    );
    expect(outcome).toMatchObject({ refusal: { code, field: 'untilOn' } });
  });
});

it('limits what a volunteer is asked for, without stopping them', async () => {
  const { id } = await makeVolunteer(db, now);
  const limits = async (at: Temporal.Instant) => (await listRestrictionsInForce(db, [id], at)).get(id);
  const restricting = { personId: id, reason, by: DECIDER, now };
  await doing(db, (tx) => restrictVolunteer(tx, { ...restricting, kind: 'only_online' }));
  await doing(db, (tx) => restrictVolunteer(tx, { ...restricting, kind: 'not_with_children' }));
  expect(await limits(now)).toEqual(new Set(['only_online', 'not_with_children']));
  expect(await isApprovedVolunteer(db, id, now)).toBe(true);
  await lift(id, 'only_online');
  expect(await limits(later)).toEqual(new Set(['not_with_children']));
});
