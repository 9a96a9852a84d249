import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { accepted, makeNeighborhood, makeVolunteer, Story } from '../../../../test/support/spot.ts';
import { until } from '../../../../test/support/until.ts';
import { dispatchTasks, followChanges } from '../../../kits/dispatch/index.ts';
import { lockCopies } from '../../../kits/dispatch/store/changes.ts';
import type { Volunteer } from '../../../matching/dispatch/types.ts';
import { PROGRAM } from '../../../platform/audit/record.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  deleteException,
  deletePause,
  findAvailability,
  insertException,
  insertPause,
  replaceWeeklyHours,
} from '../../people/availability/store.ts';
import { insertHousehold } from '../../people/household/store.ts';
import { endAccess, endRole, findPerson, grantRole, restoreAccess } from '../../people/index.ts';
import { changeJapanese, changeLanguages } from '../../people/languages/commands.ts';
import { updatePerson } from '../../people/persons/store.ts';
import { approvalHolderIds, leaveVolunteering } from '../../trust/index.ts';
import { cancelRequest } from '../close/cancel-request.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { readVolunteers, spotVolunteers } from './volunteers.ts';

const { db, ownerUrl } = await testDatabase();
const place = await makeNeighborhood(db, 3);
const story = new Story(place);
const TODAY = Temporal.PlainDate.from('2026-11-24');
const NE = { language: 'ne', speak: 3, read: 1, write: 1, phone: 2 } as const;

type Facts = ReadonlyMap<string, Volunteer>;

/** What the copies say. */
async function readCopies(): Promise<Facts> {
  const rows = await db.selectFrom('spot.dispatch_volunteers').select(['volunteer_id', 'facts']).execute();
  return new Map(rows.map(({ volunteer_id, facts }) => [volunteer_id, facts as unknown as Volunteer]));
}

/** What holds at this moment of those who hold an approval. */
async function readTruth(): Promise<Facts> {
  const everybody = await db.selectFrom('people.persons').select('id').execute();
  const holders = await approvalHolderIds(
    db,
    everybody.map(({ id }) => id),
  );
  const moment = { now: story.now, timeZone: DEFAULT_SETTINGS.timeZone };
  const days = { fromOn: TODAY, untilOn: TODAY.add({ years: 3 }) };
  const facts = await readVolunteers(db, [...holders], moment, days);
  // As a copy has it: without what JSON can't say.
  return new Map(facts.map((one) => [one.id, JSON.parse(JSON.stringify(one)) as Volunteer]));
}

async function followAll(): Promise<void> {
  while ((await followChanges(db, spotVolunteers, { now: story.now })) > 0);
}

const person = async (tx: Tx, id: string) => {
  const found = await findPerson(tx, id);
  if (!found) throw new Error('the volunteer is gone');
  return found;
};
const by = { by: PROGRAM, now: story.now };
const id = story.first;
const act = (work: (tx: Tx) => Promise<unknown>) => () => inTransaction(db, work);
let requestId = '';

const CHANGES: readonly (readonly [what: string, change: () => Promise<unknown>])[] = [
  ['a language', act((tx) => changeLanguages(tx, id, [NE]))],
  [
    'Japanese',
    act(async (tx) => {
      const japanese = { speaking: 'native', easesJapanese: true, skills: [] } as const;
      await changeJapanese(tx, await person(tx, id), japanese);
    }),
  ],
  ['how far somebody goes', act(async (tx) => updatePerson(tx, await person(tx, id), { maxTravelKm: 12 }))],
  ['hours', act((tx) => replaceWeeklyHours(tx, id, [{ weekday: 1, startMinute: 480, endMinute: 1080 }]))],
  [
    'a day that differs',
    act((tx) =>
      insertException(tx, id, {
        onDay: TODAY.add({ days: 20 }),
        startMinute: 600,
        endMinute: 660,
        isAvailable: true,
      }),
    ),
  ],
  ['a pause', act((tx) => insertPause(tx, id, { fromOn: TODAY.add({ days: 40 }), untilOn: null }))],
  [
    'the end of a pause and of a day that differs',
    act(async (tx) => {
      const { pauses, exceptions } = await findAvailability(tx, id, TODAY);
      for (const pause of pauses) await deletePause(tx, id, pause.id);
      for (const exception of exceptions) await deleteException(tx, id, exception.id);
    }),
  ],
  ['a household', act((tx) => insertHousehold(tx, id, story.now))],
  [
    'an offer',
    async () => {
      requestId = await story.asked();
    },
  ],
  ['a promise', async () => accepted(await story.accept(requestId, id))],
  [
    'a cancellation',
    async () => {
      const on = { ...story.on(requestId, 'coordinator'), reason: 'x' };
      accepted(await story.act((tx) => cancelRequest(tx, on)));
    },
  ],
  [
    'a visit',
    async () => {
      requestId = await story.visited();
    },
  ],
  ['the end of access', act((tx) => endAccess(tx, id, by))],
  ['access again', act((tx) => restoreAccess(tx, id, by))],
  ['the end of the role', act((tx) => endRole(tx, { personId: id, role: 'volunteer' }, by))],
  ['the role again', act((tx) => grantRole(tx, { personId: id, role: 'volunteer' }, by))],
  ['leaving', act((tx) => leaveVolunteering(tx, { personId: id, reason: '', now: story.now }))],
  ['an approval', act((tx) => makeVolunteer(tx, { name: 'Newcomer' }))],
];

it('copies whoever holds an approval', async () => {
  await followAll();
  expect((await readCopies()).size).toBe(3);
  expect(await readCopies()).toEqual(await readTruth());
});

it.each(CHANGES)('follows %s', async (_, change) => {
  await followAll();
  const before = await readCopies();
  await change();
  expect(await readTruth()).not.toEqual(before);
  await followAll();
  expect(await readCopies()).toEqual(await readTruth());
});

it('writes copies one transaction after the other, so that none brings back what another has seen go', async () => {
  const order: string[] = [];
  const holding = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const first = inTransaction(db, async (tx) => {
    await lockCopies(tx);
    held.resolve();
    await holding.promise;
    order.push('first');
  });
  await held.promise;
  const second = followChanges(db, spotVolunteers, { now: story.now }).then(() => order.push('second'));
  await until(async () => {
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(db);
    return rows.length > 0;
  });
  holding.resolve();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

it('loses no change that comes while copies are written', async () => {
  const changes = Array.from({ length: 12 }, (_, n) =>
    act(async (tx) => updatePerson(tx, await person(tx, story.volunteer(1)), { maxTravelKm: n + 1 }))(),
  );
  await Promise.all([
    ...changes,
    ...changes.map(() => followChanges(db, spotVolunteers, { now: story.now })),
  ]);
  await followAll();
  expect(await readCopies()).toEqual(await readTruth());
});

it('goes on past whoever cannot be copied, takes them out and says so', async () => {
  await followAll();
  const wrong = story.volunteer(1);
  await runAs(ownerUrl, 'alter table people.persons drop constraint persons_max_travel_km_check');
  await act(async (tx) => updatePerson(tx, await person(tx, wrong), { maxTravelKm: 300 }))();
  await act(async (tx) => updatePerson(tx, await person(tx, story.volunteer(2)), { maxTravelKm: 17 }))();
  const said: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void said.push(line) });
  while ((await followChanges(db, spotVolunteers, { now: story.now, log })) > 0);
  const truth = new Map(await readTruth());
  truth.delete(wrong);
  expect(await readCopies()).toEqual(truth);
  expect(truth.get(story.volunteer(2))?.reachKilometers).toBe(17);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(wrong);
  await act(async (tx) => updatePerson(tx, await person(tx, wrong), { maxTravelKm: 30 }))();
  await followAll();
  expect(await readCopies()).toEqual(await readTruth());
});

it('keeps the copies that are there when nobody can be copied', async () => {
  await followAll();
  const before = await readCopies();
  for (const number of [1, 2])
    await act(async (tx) =>
      updatePerson(tx, await person(tx, story.volunteer(number)), { maxTravelKm: 300 }),
    )();
  await expect(followChanges(db, spotVolunteers, { now: story.now })).rejects.toThrow(
    'Reach must be a whole number',
  );
  expect(await readCopies()).toEqual(before);
  for (const number of [1, 2])
    await act(async (tx) =>
      updatePerson(tx, await person(tx, story.volunteer(number)), { maxTravelKm: 30 }),
    )();
});

it.each([
  ['a full disk', '53100'],
  ['a timeout', '57014'],
])('takes nobody out because of %s', async (_what, errcode) => {
  await followAll();
  const before = await readCopies();
  const [volunteer, other] = [story.volunteer(1), story.volunteer(2)];
  await runAs(
    ownerUrl,
    `create function spot.fail() returns trigger language plpgsql as $$ begin
       if new.volunteer_id = '${volunteer}' then raise exception 'not now' using errcode = '${errcode}'; end if;
       return new; end $$;
     create trigger fail before insert or update on spot.dispatch_volunteers for each row execute function spot.fail()`,
  );
  for (const id of [volunteer, other])
    await act(async (tx) => updatePerson(tx, await person(tx, id), { maxTravelKm: 21 }))();
  await expect(followChanges(db, spotVolunteers, { now: story.now })).rejects.toThrow('not now');
  expect(await readCopies()).toEqual(before);
  await runAs(ownerUrl, 'drop function spot.fail() cascade');
  await followAll();
  expect(await readCopies()).toEqual(await readTruth());
  expect((await readCopies()).get(volunteer)?.reachKilometers).toBe(21);
  for (const id of [volunteer, other])
    await act(async (tx) => updatePerson(tx, await person(tx, id), { maxTravelKm: 22 }))();
  await followAll();
});

it('heals overnight what nobody has noted', async () => {
  await act(async (tx) => updatePerson(tx, await person(tx, story.volunteer(1)), { maxTravelKm: 33 }))();
  await sql`delete from spot.dispatch_changes`.execute(db);
  await sql`delete from spot.dispatch_rows where volunteer_id = ${story.volunteer(2)}::uuid`.execute(db);
  await sql`delete from spot.dispatch_volunteers where volunteer_id = ${story.volunteer(2)}::uuid`.execute(
    db,
  );
  await sql`insert into spot.dispatch_volunteers values (${place.residentId}::uuid, '{}')`.execute(db);
  await followAll();
  expect(await readCopies()).not.toEqual(await readTruth());
  const context = { db, clock: () => story.now, log: pino({ level: 'silent' }) };
  await dispatchTasks(spotVolunteers)
    .find(({ name }) => name === 'spot-renew-dispatch')
    ?.run({}, context);
  expect(await readCopies()).toEqual(await readTruth());
  const day = await db.selectFrom('spot.dispatch_day').selectAll().executeTakeFirstOrThrow();
  expect(day).toMatchObject({ oldest_on: 20_794, newest_on: 20_794 });
  const speakers = await db
    .selectFrom('spot.dispatch_lists')
    .select('volunteers')
    .where('language', '=', 'ja')
    .where('task', '=', 'speak')
    .executeTakeFirst();
  expect(speakers?.volunteers).toBe((await readCopies()).size);
});
