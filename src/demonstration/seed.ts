import { followChanges } from '../kits/dispatch/index.ts';
import { findByEmail, isAnybodyThere } from '../modules/people/index.ts';
import { spotVolunteers } from '../modules/spot/index.ts';
import type { AuditActor } from '../platform/audit/record.ts';
import type { Database, Tx } from '../platform/database/connect.ts';
import { lockUntilCommit } from '../platform/database/lock.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { forgetEvents } from '../platform/events/forget-events.ts';
import type { Files } from '../platform/files/files.ts';
import type { Demonstration } from '../platform/parts/demonstration.ts';
import { type Step, walk } from './builders/steps.ts';
import { dayOf, instantAt, openDay } from './days.ts';
import { seedConcerns } from './world/concerns.ts';
import { keepLetters } from './world/letters.ts';
import { planRequests } from './world/requests.ts';
import { seedResidents } from './world/residents.ts';
import { emailOf } from './world/rows.ts';
import { seedStaff } from './world/staff.ts';
import { type SeededVolunteer, seedVolunteers } from './world/volunteers.ts';

/** Somebody of the world by whom it is known to be there. */
const LANDMARK = emailOf('kobayashi');

const REAL_PEOPLE = 'There are people in this database already: a demonstration would let anybody be them.';
const INVENTED_PEOPLE =
  'This database holds the invented people of a demonstration. Use an empty one for real people.';

/** @throws when a database was filled by a demonstration: whoever played there must not find a way in for real */
export async function refuseInventedPeople(db: Database): Promise<void> {
  if (await findByEmail(db, LANDMARK)) throw new Error(INVENTED_PEOPLE);
}

export interface Seeding {
  /** The start: everything has happened before its day, and visits lie on days around it. */
  readonly now: Temporal.Instant;
  /** Where photos of letters are kept; without it, requests have none. */
  readonly files?: Files;
  /** What programs add to the world, in this order. */
  readonly demonstrations: readonly Demonstration[];
}

/**
 * Fills a database with the demonstration world: invented residents, volunteers at every stage, staff, and Spot
 * requests in every state, all through the modules' own commands. The same day makes the same world. Does nothing
 * when the world is there; rivals wait for the first. All of it or nothing.
 * @throws when others are there: invented and real people are never mixed
 * @returns whether the world was made now
 */
export async function seedDemonstration(db: Database, seeding: Seeding): Promise<'made' | 'was_there'> {
  const made = await inTransaction(db, async (tx) => {
    await lockUntilCommit(tx, 'demonstration');
    if (await findByEmail(tx, LANDMARK)) return 'was_there';
    if (await isAnybodyThere(tx)) throw new Error(REAL_PEOPLE);
    await seedWorld(tx, dayOf(seeding.now), seeding);
    return 'made' as const;
  });
  if (made === 'made') while ((await followChanges(db, spotVolunteers, { now: seeding.now })) > 0);
  return made;
}

async function seedWorld(
  tx: Tx,
  today: Temporal.PlainDate,
  { files, demonstrations }: Seeding,
): Promise<void> {
  const staff = await seedStaff(tx, today);
  const coordinators = ['kobayashi', 'morales', 'yoshizawa', 'hirata'].flatMap((key) => staff.get(key) ?? []);
  const by: AuditActor[] = coordinators.map(({ id }) => ({ personId: id, role: 'coordinator' }));
  const residents = await seedResidents(tx, today);
  const volunteers = await seedVolunteers(tx, today, by);
  const volunteerIds = new Map([...volunteers].map(([key, { person }]) => [key, person.id]));
  const coordinatorIds = coordinators.map(({ id }) => id);
  const kept = instantAt(today.subtract({ days: 60 }), '12:00');
  const letterIds = files
    ? await keepLetters(tx, files, { residents, now: kept })
    : new Map<string, string>();
  const requests = planRequests(today, { residents, volunteerIds, coordinatorIds, letterIds });
  const [coordinatorId = ''] = coordinatorIds;
  await tell(tx, { today, requests, residents, coordinatorId });
  await settleAll(tx, volunteers);
  const residentIds = new Map([...residents].map(([key, { id }]) => [key, id]));
  const people = { coordinatorIds, residentIds, volunteerIds };
  const days = { today, openDay: (count: number) => openDay(today, count), at: instantAt };
  for (const add of demonstrations) await add(tx, { ...days, ...people });
}

/** Lets all requests happen in the order of time. What is older than the last open day is nobody's news any more. */
async function tell(tx: Tx, around: Parameters<typeof seedConcerns>[1]): Promise<void> {
  const steps = around.requests.flatMap((request) => request.steps);
  const newsFrom = instantAt(openDay(around.today, -1), '00:00');
  const isNews = ({ at }: Step) => Temporal.Instant.compare(at, newsFrom) >= 0;
  const { old = [], news = [] } = Object.groupBy(steps, (step) => (isNews(step) ? 'news' : 'old'));
  await walk(tx, old);
  await seedConcerns(tx, around);
  await forgetEvents(tx);
  await walk(tx, news);
}

async function settleAll(tx: Tx, volunteers: ReadonlyMap<string, SeededVolunteer>): Promise<void> {
  for (const volunteer of volunteers.values()) await volunteer.settle(tx);
}
