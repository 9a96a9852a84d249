import { followChanges } from '../kits/dispatch/index.ts';
import { offerSlots } from '../kits/slots/index.ts';
import { findByEmail, isAnybodyThere } from '../modules/people/index.ts';
import { spotVolunteers } from '../modules/spot/index.ts';
import { keepApart } from '../modules/trust/index.ts';
import type { AuditActor } from '../platform/audit/record.ts';
import type { Database, Tx } from '../platform/database/connect.ts';
import { lockUntilCommit } from '../platform/database/lock.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { forgetEvents } from '../platform/events/forget-events.ts';
import type { Files } from '../platform/files/files.ts';
import { done, type Step, walk } from './builders/steps.ts';
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
    await seedWorld(tx, dayOf(seeding.now), seeding.files);
    return 'made' as const;
  });
  if (made === 'made') while ((await followChanges(db, spotVolunteers, { now: seeding.now })) > 0);
  return made;
}

async function seedWorld(tx: Tx, today: Temporal.PlainDate, files?: Files): Promise<void> {
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
  await keepTimesOpen(tx, today, coordinatorIds);
  await keepTwoApart(tx, today, { volunteers, residents, by });
}

/** Times from which applicants choose one for their interview. */
async function keepTimesOpen(tx: Tx, today: Temporal.PlainDate, hostIds: readonly string[]): Promise<void> {
  const interview = { kind: 'trust.interview', minutes: 45, place: 'online' } as const;
  const whereWords = 'https://meet.otonari.example/talk';
  for (const [at, hostId] of hostIds.slice(0, 2).entries()) {
    const part = { day: openDay(today, 3 + at), from: '15:00', until: '16:30' };
    const offering = { ...interview, ...part, hostId, whereWords };
    done(await offerSlots(tx, offering, instantAt(today, '08:00')), 'open times');
  }
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

type World = {
  volunteers: ReadonlyMap<string, SeededVolunteer>;
  residents: Awaited<ReturnType<typeof seedResidents>>;
  by: readonly AuditActor[];
};

/** Two people who must never be proposed to each other; neither of them is told. */
async function keepTwoApart(
  tx: Tx,
  today: Temporal.PlainDate,
  { volunteers, residents, by }: World,
): Promise<void> {
  const [one, other] = [volunteers.get('yuji')?.person, residents.get('claire')];
  const [decider] = by;
  if (!one || !other || !decider) return;
  const now = instantAt(today.subtract({ days: 20 }), '13:00');
  const reason = '以前、部屋の契約をめぐって意見が合わなかったため。';
  const apart = { personId: one.id, otherId: other.id, reason, by: decider, now };
  done(await keepApart(tx, apart), 'a restriction');
}
