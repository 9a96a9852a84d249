import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { sure } from '../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { until } from '../../../../test/support/until.ts';
import { makeVolunteer } from '../../../../test/support/volunteers.ts';
import { ask } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/permissions.ts';
import { createPerson } from '../../people/index.ts';
import { keepApart, pauseVolunteer, suspendPerson } from '../../trust/index.ts';
import { seasonAhead } from '../elsewhere/ahead.tsx';
import { giveHour } from '../hours/commands.ts';
import { sayAlone } from '../mine/commands.ts';
import { seasonModule } from '../module.ts';
import { everybodyAlone } from '../store/on-desk.ts';
import { arrangeCall } from './commands.ts';
import { callListeners } from './listeners.ts';

const house = await testHouse([seasonModule({ comings: () => [] })], '2026-12-20T10:00:00+09:00');
const { db, clock } = house;
const day = (iso: string) => Temporal.PlainDate.from(iso);
const SEASON = { from: day('2026-12-26'), to: day('2027-01-04'), shownFrom: day('2026-12-15') };
const SOLD = Temporal.Instant.from('2026-12-01T10:00:00+09:00');
const EN = [{ language: 'en', speak: 3, read: 3, write: 3, phone: 3 }] as const;

async function person(name: string, roles: readonly Role[]) {
  const about = { name, languages: EN, weekly: [], roles, now: SOLD };
  const made = await inTransaction(db, (tx) => createPerson(tx, about));
  return { id: made.id, visitor: house.as(actorOf(made, roles), 'en') };
}
const rina = await person('Rina', ['resident', 'coordinator']);
const kobayashi = await person('Kobayashi', ['coordinator']);
const by = { personId: kobayashi.id, role: 'coordinator' } as const;
const decided = { by, reason: 'A worry is looked into.' };
const said = { ways: ['phone'], reach: '090-0000-1111', note: '' } as const;

/** A volunteer with an hour on 30 December, and Rina who is alone then. */
async function two() {
  const volunteer = await makeVolunteer(db, SOLD, { name: 'Keiko', languages: EN });
  const now = clock();
  const of = { season: SEASON, today: day('2026-12-20'), now };
  const ids = await inTransaction(db, async (tx) => {
    const alone = { ...said, days: ['2026-12-30', '2026-12-31'] };
    const aloneId = sure(await sayAlone(tx, alone, { ...of, byPersonId: rina.id }));
    const hour = { personId: volunteer.id, onDay: day('2026-12-30'), part: 'evening', ...of } as const;
    sure(await giveHour(tx, hour));
    const { id } = await tx.selectFrom('season.hours').select('id').executeTakeFirstOrThrow();
    return { aloneId, hourId: id };
  });
  return { ...ids, volunteerId: volunteer.id, visitor: house.as(actorOf(volunteer, ['volunteer']), 'en') };
}
type Two = Awaited<ReturnType<typeof two>>;

const arrange = ({ aloneId, hourId }: Two, who = kobayashi) =>
  who.visitor.post(`/desk/year-end/${aloneId}/calls`, { hourId });
const calls = () => db.selectFrom('season.calls').select(['id', 'state']).execute();
const onlyCall = async () => (await calls())[0]?.id ?? expect.fail();
const isNamed = async ({ aloneId }: Two) =>
  (await kobayashi.visitor.get(`/desk/year-end/${aloneId}`)).text.includes('Keiko');
const events = async (type: string) =>
  (await sql`select from platform.events where type = ${type}`.execute(db)).rows.length;

async function hear(type: string, ids: Record<string, string>): Promise<void> {
  const context = { db, clock, log: pino({ level: 'silent' }) };
  for (const listener of callListeners.filter(({ event }) => event === type))
    await listener.handle({ id: 'the same news', type, ids }, context);
}

beforeEach(async () => {
  await db.deleteFrom('season.alone').execute();
  await db.deleteFrom('season.hours').execute();
  clock.set(Temporal.Instant.from('2026-12-20T10:00:00+09:00'));
});

describe('who must not meet', () => {
  const apart = ({ volunteerId }: Two) =>
    inTransaction(db, async (tx) =>
      sure(await keepApart(tx, { ...decided, personId: volunteerId, otherId: rina.id, now: clock() })),
    );

  test('are not shown to a coordinator as fitting, nor arranged by whatever is sent', async () => {
    const those = await two();
    expect(await isNamed(those)).toBe(true);
    await apart(those);
    expect(await isNamed(those)).toBe(false);
    expect((await arrange(those)).status).toBe(422);
    expect(await calls()).toEqual([]);
  });

  test('do not talk any more though it was arranged: the page is closed at once, the call is called off', async () => {
    const those = await two();
    await arrange(those);
    const id = await onlyCall();
    expect((await those.visitor.get(`/year-end/calls/${id}`)).text).toContain('090-0000-1111');
    await apart(those);
    expect((await those.visitor.get(`/year-end/calls/${id}`)).status).toBe(404);
    expect((await those.visitor.post(`/year-end/calls/${id}/called`)).status).toBe(404);
    await hear('trust.people.kept_apart', { personId: rina.id, otherId: kobayashi.id });
    expect(await calls()).toEqual([{ id, state: 'arranged' }]);
    for (const _ of ['once', 'again'])
      await hear('trust.people.kept_apart', { personId: rina.id, otherId: those.volunteerId });
    expect(await calls()).toEqual([{ id, state: 'called_off' }]);
  });
});

test('a volunteer who rests is found no call', async () => {
  const those = await two();
  const pausing = { ...decided, personId: those.volunteerId, untilOn: null, now: clock() };
  await inTransaction(db, async (tx) => sure(await pauseVolunteer(tx, pausing)));
  expect(await isNamed(those)).toBe(false);
  expect((await arrange(those)).status).toBe(422);
});

test.each(['volunteer', 'resident'] as const)(
  'what a %s had arranged is called off when they are stopped',
  async (who) => {
    const those = await two();
    await arrange(those);
    if (who === 'volunteer') {
      const stopping = { ...decided, personId: those.volunteerId, now: clock() };
      await inTransaction(db, async (tx) => sure(await suspendPerson(tx, stopping)));
    }
    const personId = who === 'volunteer' ? those.volunteerId : rina.id;
    await hear('trust.person.suspended', { personId });
    expect((await calls()).map(({ state }) => state)).toEqual(['called_off']);
    expect(await ask(db, everybodyAlone(day('2026-12-20')))).toHaveLength(1);
  },
);

test('who has left volunteering calls nobody, and is called all the same', async () => {
  const those = await two();
  await arrange(those);
  await hear('trust.volunteer.left', { personId: rina.id });
  expect((await calls()).map(({ state }) => state)).toEqual(['arranged']);
  await hear('trust.volunteer.left', { personId: those.volunteerId });
  expect((await calls()).map(({ state }) => state)).toEqual(['called_off']);
});

test('nobody arranges a call for themselves, nor on a day that is over', async () => {
  const those = await two();
  expect((await arrange(those, rina)).status).toBe(422);
  clock.set(Temporal.Instant.from('2026-12-31T00:00:00+09:00'));
  expect((await arrange(those)).status).toBe(422);
  clock.set(Temporal.Instant.from('2026-12-30T23:59:00+09:00'));
  expect((await arrange(those)).status).toBe(303);
});

test('a day on which somebody calls is no gap, the others are', async () => {
  const those = await two();
  const gaps = async () => {
    const { text } = await kobayashi.visitor.get('/desk/year-end');
    const table = text.split('Days and languages that nobody covers').at(-1);
    return table?.split('Who will be alone')[0];
  };
  expect(await gaps()).toMatch(/Thu, Dec 31, 2026 Language English/);
  await arrange(those);
  expect(await gaps()).toMatch(/Thu, Dec 31, 2026 Language English/);
  expect(await gaps()).not.toMatch(/Wed, Dec 30, 2026 Language/);
});

test('of a call that nobody has noted the volunteer still hears, and the resident waits again', async () => {
  const those = await two();
  await arrange(those);
  const waiting = async (today: string) =>
    (await ask(db, everybodyAlone(day(today)))).filter(({ isWaiting }) => isWaiting).length;
  const ahead = async (personId: string) => {
    const reader = { personId, roles: new Set<Role>(), now: clock(), locale: 'en' } as const;
    return (await seasonAhead(db, reader)).items?.map(({ isYourTurn }) => isYourTurn);
  };
  expect(await waiting('2026-12-30')).toBe(0);
  expect(await ahead(those.volunteerId)).toEqual([false]);
  clock.set(Temporal.Instant.from('2026-12-31T00:00:00+09:00'));
  expect(await waiting('2026-12-31')).toBe(1);
  expect([await ahead(those.volunteerId), await ahead(rina.id)]).toEqual([[true], []]);
  await rina.visitor.post('/year-end/alone', { ...said, days: '2026-12-31', isAgreed: 'on' });
  expect((await calls()).map(({ state }) => state)).toEqual(['arranged']);
  await those.visitor.post(`/year-end/calls/${await onlyCall()}/called`);
  expect([await ahead(those.volunteerId), await waiting('2026-12-31')]).toEqual([[], 0]);
});

test('who takes it back while a call is arranged waits for it, and the volunteer is told that it is off', async () => {
  const those = await two();
  const before = await events('season.call.called_off');
  const somebodyWaits = async () => {
    // The program's role is not shown what others wait for, but which locks are not given yet.
    const { rows } = await sql`select from pg_locks join pg_stat_activity using (pid)
      where datname = current_database() and not granted`.execute(db);
    return rows.length > 0;
  };
  let takingBack: Promise<{ readonly status: number }> | undefined;
  await inTransaction(db, async (tx) => {
    sure(await arrangeCall(tx, { ...those, byPersonId: kobayashi.id, now: clock() }));
    takingBack = rina.visitor.post('/year-end/alone/withdrawal');
    await until(somebodyWaits);
  });
  expect((await takingBack)?.status).toBe(303);
  expect(await calls()).toEqual([]);
  expect(await events('season.call.called_off')).toBe(before + 1);
});
