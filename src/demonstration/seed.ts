import { findByEmail, isAnybodyThere } from '../modules/people/index.ts';
import type { Database, Tx } from '../platform/database/connect.ts';
import { lockUntilCommit } from '../platform/database/lock.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { forgetEvents } from '../platform/events/forget-events.ts';
import type { Files } from '../platform/files/files.ts';
import { type Demonstration, type InventedWorld, type Step, walk } from '../platform/parts/demonstration.ts';
import { daysAround } from './days.ts';
import { seedResidents, seedStaff, seedVolunteers } from './persons.ts';
import { emailOf } from './rows.ts';

/** Somebody of the world by whom it is known to be there. */
const LANDMARK = emailOf('kobayashi');
const COORDINATORS = ['kobayashi', 'morales', 'yoshizawa', 'hirata'];

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
  /** Where the files of the world are kept; without it, it has none. */
  readonly files?: Files;
  /** What modules show; of what happens at the same time, in this order. */
  readonly demonstrations: readonly Demonstration[];
}

/**
 * Fills a database with the demonstration world: invented residents, volunteers and staff, and everything that modules let
 * happen among them through their own commands. The same day makes the same world. Does nothing
 * when the world is there; rivals wait for the first. All of it or nothing.
 * @throws when others are there: invented and real people are never mixed
 * @returns whether the world was made now
 */
export async function seedDemonstration(db: Database, seeding: Seeding): Promise<'made' | 'was_there'> {
  return inTransaction(db, async (tx) => {
    await lockUntilCommit(tx, 'demonstration');
    if (await findByEmail(tx, LANDMARK)) return 'was_there';
    if (await isAnybodyThere(tx)) throw new Error(REAL_PEOPLE);
    const world = await gather(tx, seeding);
    await tell(
      tx,
      world,
      seeding.demonstrations.flatMap((demonstration) => demonstration.steps(world)),
    );
    return 'made';
  });
}

/** Everybody, as they are when they have just come. */
async function gather(tx: Tx, { now, files }: Seeding): Promise<InventedWorld> {
  const days = daysAround(now);
  const staff = await seedStaff(tx, days);
  const coordinatorIds = COORDINATORS.flatMap((key) => staff.get(key)?.id ?? []);
  const residents = await seedResidents(tx, days);
  const volunteers = await seedVolunteers(tx, days);
  return { ...days, coordinatorIds, residents, volunteers, files };
}

/** Lets everything happen in the order of time. What is older than the last open day is nobody's news any more. */
async function tell(tx: Tx, { at, openDay }: InventedWorld, steps: readonly Step[]): Promise<void> {
  const newsFrom = at(openDay(-1), '00:00');
  const isNews = (step: Step) => Temporal.Instant.compare(step.at, newsFrom) >= 0;
  const { old = [], news = [] } = Object.groupBy(steps, (step) => (isNews(step) ? 'news' : 'old'));
  await walk(tx, old);
  await forgetEvents(tx);
  await walk(tx, news);
}
