import { markList } from '../../src/modules/classes/day/door/list-mark.ts';
import { type LoggedPress, type Press, writePress } from '../../src/modules/classes/day/door/rules/press.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import type { Connection, Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { barOf, childOf, fetcherOf, seatOf } from '../../test/support/class-day.ts';
import { makeCourse, makeSession, makeTutor, teaches } from '../../test/support/classes.ts';
import { signIn } from '../../test/support/signed-in.ts';
import { randomFrom } from '../acceptance/world.ts';
import type { Press as Sending } from '../fire/presses.ts';
import { filled } from '../fire/program.ts';

/** A part of a phone's log that comes when there is a network again; parts overlap, and come in any order. */
export interface Attempt extends Sending {
  readonly sessionId: string;
  readonly device: string;
  readonly personId: string;
  readonly presses: readonly LoggedPress[];
}

interface World {
  readonly sessions: number;
  /** Of each day. */
  readonly phones: number;
  readonly children: number;
  /** Of each phone. */
  readonly presses: number;
  readonly seed: number;
}
type Random = () => number;

/** A child, and whom it can be handed over to: guardian, friend, or nobody who is known. */
interface AtDoor {
  readonly childId: string;
  readonly receivers: readonly (string | null)[];
}

/** How many presses are sent at once, and how many of them were sent before or are sent again. */
const PART = { size: 6, step: 3 };

/**
 * Fills a program's database with days of classes that are about to begin, and writes what the phones at their doors have logged
 * without a network: children who come, hand-overs to several people, presses that are taken back, also those of another phone.
 * @returns the parts of all logs, in an order that the seed chooses
 */
export function buildWorld(directory: string, world: World): Promise<Attempt[]> {
  return filled(directory, (connection, secret) => fillWorld(connection, world, secret));
}

async function fillWorld(connection: Connection, world: World, secret: string): Promise<Attempt[]> {
  const { db } = connection;
  const now = Temporal.Now.instant();
  const random = randomFrom(world.seed);
  const { id: coordinatorId } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Haruka', now }));
  const courseId = await makeCourse(db, coordinatorId, now);
  const sessionIds: string[] = [];
  for (let at = 0; at < world.sessions; at++)
    sessionIds.push(await makeSession(db, courseId, { now, startsAt: now.add({ minutes: 60 + 100 * at }) }));
  const phones: Omit<Attempt, 'cookie' | 'key' | 'made'>[] = [];
  for (const [at, sessionId] of sessionIds.entries()) {
    const adults = await adultsOf(db, { sessionId, phones: world.phones, at, now });
    const children: AtDoor[] = [];
    for (let child = 0; child < world.children; child++)
      children.push(await childAt(db, { sessionId, name: `${at} ${child}`, now }));
    const devices = adults.map(() => crypto.randomUUID());
    for (const [place, personId] of adults.entries()) {
      const device = devices[place] ?? '';
      const log = { db, sessionId, children, devices, random, now, presses: world.presses };
      for (const presses of partsOf(logOf(log)))
        phones.push({
          path: `/classes/sessions/${sessionId}/day/log`,
          fields: {},
          sessionId,
          device,
          personId,
          presses,
        });
    }
  }
  const personIds = [...new Set(phones.map(({ personId }) => personId))];
  const cookies = await signIn(connection, { personIds, secret, now });
  return shuffled(phones, random).map((phone) => withForm(phone, cookies.get(phone.personId) ?? ''));
}

/** As the script of the page sends it: the same key each time, lines in the order of the log. */
function withForm(phone: Omit<Attempt, 'cookie' | 'key' | 'made'>, cookie: string): Attempt {
  const key = crypto.randomUUID();
  const body = new URLSearchParams({ device: phone.device, idempotency_key: key });
  for (const { seq, at, press } of phone.presses) body.append('press', `${seq} ${at} ${writePress(press)}`);
  const headers = {
    cookie,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  };
  return { ...phone, cookie, key, made: () => ({ body: body.toString(), headers }) };
}

async function adultsOf(
  db: Database,
  { sessionId, phones, at, now }: { sessionId: string; phones: number; at: number; now: Temporal.Instant },
): Promise<string[]> {
  const adults: string[] = [];
  for (let phone = 0; phone < phones; phone++) {
    const { id } = await makeTutor(db, now, {
      name: `Tutor ${at} ${phone}`,
      email: `tutor-${at}-${phone}@otonari.example`,
    });
    await teaches(db, sessionId, { personId: id, now });
    adults.push(id);
  }
  return adults;
}

async function childAt(
  db: Database,
  {
    sessionId,
    name,
    now,
  }: { readonly sessionId: string; readonly name: string; readonly now: Temporal.Instant },
): Promise<AtDoor> {
  const { id: guardianId } = await inTransaction(db, (tx) =>
    createPerson(tx, { name: `Family ${name}`, now }),
  );
  const around = { name: `Child ${name}`, guardianId, now };
  const { childId, guardianshipId } = await childOf(db, around);
  const friend = await fetcherOf(db, childId, { ...around, name: `Friend ${name}` });
  const barred = await fetcherOf(db, childId, { ...around, name: `Uncle ${name}` });
  await barOf(db, childId, { ...around, name: `Uncle ${name}` });
  await seatOf(db, { sessionId, childId, now });
  return { childId, receivers: [guardianshipId, guardianshipId, friend, barred, null] };
}

interface Log {
  readonly db: Database;
  readonly sessionId: string;
  readonly children: readonly AtDoor[];
  readonly devices: readonly string[];
  readonly random: Random;
  readonly now: Temporal.Instant;
  readonly presses: number;
}

/** What somebody presses who knows nothing of the others. */
function logOf({ db, sessionId, children, devices, random, now, presses }: Log): LoggedPress[] {
  const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One;
  const list = markList(db, sessionId, now);
  const press = (): Press => {
    const { childId, receivers } = pick(children);
    const kind = random();
    if (kind < 0.4) return { act: 'in', childId };
    if (kind < 0.85) return { act: 'out', childId, receivedBy: pick(receivers), list };
    return { act: 'undo', undoes: { device: pick(devices), seq: 1 + Math.floor(random() * presses) } };
  };
  const began = now.epochMilliseconds;
  return Array.from({ length: presses }, (_, at) => ({ seq: at + 1, at: began + at, press: press() }));
}

/** Parts that overlap: everything but the ends of a log is sent twice. */
const partsOf = (log: readonly LoggedPress[]): (readonly LoggedPress[])[] =>
  Array.from({ length: Math.ceil(log.length / PART.step) }, (_, at) =>
    log.slice(at * PART.step, at * PART.step + PART.size),
  );

function shuffled<One>(all: readonly One[], random: Random): One[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
