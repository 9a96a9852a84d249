import { listTowns } from '../../src/japanese/places.ts';
import { beginRound } from '../../src/modules/pairs/rounds/commands.ts';
import { findRound } from '../../src/modules/pairs/rounds/store/rounds.ts';
import type { Side } from '../../src/modules/pairs/types.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import type { Connection } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { solveNow, waitForPair } from '../../test/support/rounds.ts';
import { signIn } from '../../test/support/signed-in.ts';
import { randomFrom } from '../acceptance/world.ts';
import type { Press } from '../fire/presses.ts';
import { filled } from '../fire/program.ts';

/** A round's publication, or somebody's withdrawal. */
export interface Attempt extends Press {
  readonly kind: 'publish' | 'withdraw';
  /** The round, or the application. */
  readonly id: string;
}

interface World {
  readonly wards: number;
  /** Residents of each ward, and as many volunteers. */
  readonly people: number;
  /** Rounds of each ward, which propose the same people. */
  readonly rivals: number;
  readonly seed: number;
}

const WARDS = Array.from({ length: 23 }, (_, at) => String(13101 + at));
/** One in so many who wait withdraws. */
const WITHDRAWS = 4;

/**
 * Fills a program's database by the commands that people use: in each ward people who wait, and rounds that propose
 * them, each by a coordinator of its own.
 * @returns every round's publication and some withdrawals, in an order that the seed chooses
 */
export function buildWorld(directory: string, world: World): Promise<Attempt[]> {
  return filled(directory, (connection, secret) => fillWorld(connection, world, secret));
}

interface Waiting {
  readonly id: string;
  readonly personId: string;
}

async function fillWorld(connection: Connection, world: World, secret: string): Promise<Attempt[]> {
  const { db } = connection;
  const now = Temporal.Now.instant();
  const random = randomFrom(world.seed);
  const waiting: Waiting[] = [];
  const coordinators = await makeCoordinators(connection, world.rivals);
  const wards = WARDS.slice(0, world.wards);
  for (const ward of wards)
    for (let index = 0; index < world.people; index++)
      for (const side of ['resident', 'volunteer'] as const)
        waiting.push(await enter(connection, { side, ward, index, random }));
  const leaving = waiting.filter(() => random() < 1 / WITHDRAWS);
  const personIds = [...coordinators, ...leaving.map(({ personId }) => personId)];
  const cookies = await signIn(connection, { personIds, secret, now });
  const attempts: Attempt[] = [];
  for (const ward of wards)
    for (const by of coordinators) {
      const id = await solveRound(connection, ward, by);
      const version = String((await findRound(db, id))?.version);
      const path = `/desk/pairs/rounds/${id}/publication`;
      attempts.push(attempt('publish', { id, path, fields: { version }, cookie: cookies.get(by) }));
    }
  for (const { id, personId } of leaving)
    attempts.push(attempt('withdraw', { id, path: '/pairs/withdrawal', cookie: cookies.get(personId) }));
  return attempts
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function attempt(
  kind: Attempt['kind'],
  about: Pick<Attempt, 'id' | 'path'> & Partial<Pick<Attempt, 'fields'>> & { cookie: string | undefined },
): Attempt {
  return { kind, fields: {}, ...about, cookie: about.cookie ?? '', key: crypto.randomUUID() };
}

function makeCoordinators({ db }: Connection, count: number): Promise<string[]> {
  const now = Temporal.Now.instant();
  return inTransaction(db, async (tx) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      const roles = ['coordinator'] as const;
      ids.push((await createPerson(tx, { name: `Coordinator ${index}`, weekly: [], roles, now })).id);
    }
    return ids;
  });
}

interface Entering {
  readonly side: Side;
  readonly ward: string;
  readonly index: number;
  readonly random: () => number;
}

/** Somebody of a ward who waits; every third can be in two proposals at once. */
function enter({ db }: Connection, { side, ward, index, random }: Entering): Promise<Waiting> {
  const towns = listTowns(ward);
  const town = towns[Math.floor(random() * towns.length)]?.name ?? '';
  return inTransaction(db, (tx) =>
    waitForPair(tx, {
      side,
      name: `${side} ${ward} ${index}`,
      days: Math.floor(random() * 100),
      places: index % 3 === 0 ? 2 : 1,
      person: { municipalityCode: ward, town },
      now: Temporal.Now.instant(),
    }),
  );
}

async function solveRound({ db }: Connection, area: string, by: string): Promise<string> {
  const now = Temporal.Now.instant();
  const heldOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const begun = await inTransaction(db, (tx) =>
    beginRound(tx, { by, now, heldOn, area, weightsVersion: '2026-11' }),
  );
  if (!begun.ok) throw new Error(begun.refusal.code);
  await solveNow(db, () => Temporal.Now.instant(), begun.value);
  return begun.value;
}
