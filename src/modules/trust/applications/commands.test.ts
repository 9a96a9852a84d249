import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase, testSeal } from '../../../../test/support/database.ts';
import {
  DECIDER,
  doing,
  interviewed,
  makeApplicant,
  makeVolunteer,
  pledged,
  trained,
} from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson, holdsRole } from '../../people/index.ts';
import { listDecisions } from '../decisions/store.ts';
import { scheduleInterview } from '../interviews/commands.ts';
import { interviewsAhead } from '../interviews/store.ts';
import { isApprovedVolunteer } from '../standing/store.ts';
import { takePledge } from '../steps/commands.ts';
import { PLEDGE_LINES } from '../types.ts';
import { applyToVolunteer, approve, decline, leaveVolunteering } from './commands.ts';
import { findApplication } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const today = Temporal.PlainDate.from('2026-11-24');

const approving = (personId: string, by: { personId: string | null; role: string } = DECIDER) =>
  inTransaction(db, (tx) => approve(tx, { personId, by, now }));
const applying = (personId: string) =>
  inTransaction(db, (tx) =>
    applyToVolunteer(tx, { personId, motivation: 'Again', experience: '', helpWith: ['paper'], now }),
  );

async function eventsAbout(personId: string): Promise<string[]> {
  const found = await sql<{ type: string }>`
    select type from platform.events
    where ids->>'personId' = ${personId} order by sequence`.execute(db);
  return found.rows.map((row) => row.type);
}

describe('an applicant', () => {
  it('becomes a volunteer step by step, each refusal naming the step that is missing', async () => {
    const { id } = await makeApplicant(db, now);
    const refusals: (string | null)[] = [];
    for (const take of [interviewed, trained, pledged]) {
      const outcome = await approving(id);
      refusals.push(outcome.ok ? null : outcome.refusal.code);
      await take(db, id, now);
    }
    expect(refusals).toEqual(['interview_is_missing', 'training_is_missing', 'pledge_is_missing']);
    expect(await approving(id)).toEqual({ ok: true, value: null });
    expect(await isApprovedVolunteer(db, id, now)).toBe(true);
    expect(await holdsRole(db, id, { role: 'volunteer', on: today })).toBe(true);
    expect((await listDecisions(db, id)).map(({ act }) => act).reverse()).toEqual([
      'apply',
      'schedule_interview',
      'record_interview',
      'record_training',
      'take_pledge',
      'approve',
    ]);
    expect(await eventsAbout(id)).toEqual([
      'trust.application.submitted',
      'trust.interview.scheduled',
      'trust.volunteer.approved',
    ]);
  });

  it('is approved once, however many coordinators press at once', async () => {
    const { id } = await makeApplicant(db, now);
    for (const take of [interviewed, trained, pledged]) await take(db, id, now);
    const outcomes = await Promise.all([1, 2, 3].map(() => approving(id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('applies once, however often they press', async () => {
    const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Mori', now }));
    const outcomes = await Promise.all([1, 2, 3].map(() => applying(id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'application_is_under_way' } });
  });

  it('who is a coordinator too is approved by another one only', async () => {
    const { id } = await makeApplicant(db, now, { roles: ['coordinator'] });
    for (const take of [interviewed, trained, pledged]) await take(db, id, now);
    expect(await approving(id, { personId: id, role: 'coordinator' })).toMatchObject({
      refusal: { code: 'nobody_decides_about_themselves' },
    });
  });

  it('who is declined is told why, loses the planned interview and may apply again', async () => {
    const { id } = await makeApplicant(db, now);
    await doing(db, (tx) =>
      scheduleInterview(tx, {
        personId: id,
        startsAt: now.add({ hours: 24 }),
        durationMinutes: 30,
        place: 'place',
        whereWords: 'Meguro 5-27-5',
        by: DECIDER,
        now,
      }),
    );
    await doing(db, (tx) => decline(tx, { personId: id, words: 'Not this time.', by: DECIDER, now }));
    expect(await findApplication(db, id)).toMatchObject({
      state: 'declined',
      outcomeWords: 'Not this time.',
    });
    expect((await interviewsAhead(db, [id])).size).toBe(0);
    expect((await applying(id)).ok).toBe(true);
    expect(await eventsAbout(id)).toContain('trust.application.declined');
  });

  it('who ticks all lines but one has not pledged', async () => {
    const { id } = await makeApplicant(db, now);
    const lines = PLEDGE_LINES.slice(1);
    expect(await inTransaction(db, (tx) => takePledge(tx, { personId: id, lines, now }))).toMatchObject({
      refusal: { code: 'tick_every_line', params: { left: 1 }, field: 'lines' },
    });
  });
});

describe('a volunteer', () => {
  it('who leaves loses the role, is asked no more and may apply again', async () => {
    const { id } = await makeVolunteer(db, now);
    const later = now.add({ hours: 24 });
    await doing(db, (tx) => leaveVolunteering(tx, { personId: id, reason: '', now: later }));
    expect(await isApprovedVolunteer(db, id, later)).toBe(false);
    expect(await holdsRole(db, id, { role: 'volunteer', on: today.add({ days: 1 }) })).toBe(false);
    expect((await applying(id)).ok).toBe(true);
  });

  it('does not apply a second time', async () => {
    const { id } = await makeVolunteer(db, now);
    expect(await applying(id)).toMatchObject({ refusal: { code: 'you_are_already_a_volunteer' } });
  });
});

describe('the database', () => {
  const states = ['submitted', 'approved', 'declined', 'withdrawn', 'ended'] as const;
  const legal = ['submitted approved', 'submitted declined', 'submitted withdrawn', 'approved ended'];
  const pairs = states.flatMap((from) => states.filter((to) => to !== from).map((to) => [from, to] as const));

  it.each(pairs)('lets an application go from %s to %s only where the table says', async (from, to) => {
    const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Row', now }));
    const decided = from === 'submitted' ? null : now;
    const ended = from === 'ended' ? now : null;
    await sql`insert into trust.applications
      (person_id, state, submitted_at, motivation, experience, help_with, decided_at, ended_at)
      values (${id}, ${from}, ${now}, '', '', '{}', ${decided}, ${ended})`.execute(db);
    const moved = sql`update trust.applications set state = ${to},
      decided_at = ${to === 'submitted' ? null : now}, ended_at = ${to === 'ended' ? now : null}
      where person_id = ${id}`.execute(db);
    if (legal.includes(`${from} ${to}`)) await expect(moved).resolves.toBeDefined();
    else await expect(moved).rejects.toThrow(`does not go from ${from} to ${to}`);
  });

  it('never lets a decision be changed', async () => {
    const { id } = await makeApplicant(db, now);
    const changed = sql`update trust.decisions set reason = ${testSeal.seal('other', id)}
      where person_id = ${id}`.execute(db);
    await expect(changed).rejects.toThrow('decisions are never changed');
    const gone = sql`delete from trust.decisions where person_id = ${id}`.execute(db);
    await expect(gone).rejects.toThrow('permission denied');
  });
});
