import { eventFormFor } from '../../src/modules/events/desk/writing/form.ts';
import { typeEvent } from '../../src/modules/events/desk/writing/typed.ts';
import { tokenOf } from '../../src/modules/events/registrations/token.ts';
import { findEvent, listLanguages } from '../../src/modules/events/store/events.ts';
import { listSeats } from '../../src/modules/events/store/seats.ts';
import type { Attendee } from '../../src/modules/events/types.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import type { Connection, Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { adult, child, publishedEvent, registered } from '../../test/support/events.ts';
import { signIn } from '../../test/support/signed-in.ts';
import { randomFrom } from '../acceptance/world.ts';
import type { Press } from '../fire/presses.ts';
import { filled } from '../fire/program.ts';

/** What somebody does with their registration, or a coordinator with the seats. */
export interface Attempt extends Press {
  readonly kind: 'register' | 'cancellation' | 'party' | 'seats' | 'refusal' | 'seating';
  readonly eventId: string;
  readonly personId: string;
  /** Of whoever had registered before. */
  readonly registrationId?: string;
}
type Planned = Omit<Attempt, 'cookie' | 'key'>;

interface World {
  readonly events: number;
  /** Who comes to each; three of four have registered before. */
  readonly people: number;
  readonly seed: number;
  /** Between two of them each event gets another number of seats. */
  readonly kills: number;
}
type Random = () => number;

const DAYS_AHEAD = 9;
const ACTS = ['cancellation', 'cancellation', 'party', 'seats', 'refusal'] as const;
/** Where it takes place once the last lowering is done: a line of its history for each who is registered says when that was. */
const ELSEWHERE = '東京都豊島区南池袋2-2-2';

/**
 * Fills a program's database by the commands that people use: events with fewer seats than people, most of whom have
 * registered, so that some have seats and some wait.
 * @returns what all of them press, in an order that the seed chooses, and between two kills another number of seats for each
 * event: it rises and falls by turns, at half of the events it falls at last
 */
export function buildWorld(directory: string, world: World): Promise<Attempt[]> {
  return filled(directory, (connection, secret) => fillWorld(connection, world, secret));
}

async function fillWorld(connection: Connection, world: World, secret: string): Promise<Attempt[]> {
  const { db } = connection;
  const now = Temporal.Now.instant();
  const random = randomFrom(world.seed);
  const one = (name: string, role: 'resident' | 'coordinator' = 'resident') =>
    inTransaction(db, async (tx) => {
      const email = `${name}@otonari.example`;
      const { id } = await createPerson(tx, { name, email, weekly: [], roles: [role], now });
      return { id, email };
    });
  const [writer, publisher] = [await one('writer', 'coordinator'), await one('publisher', 'coordinator')];
  const attempts: Planned[] = [];
  const rounds: Planned[][] = Array.from({ length: world.kills }, () => []);
  for (let at = 0; at < world.events; at++) {
    // Whole minutes, as the form of an event has them.
    const startsAt = now.add({ hours: 24 * DAYS_AHEAD + at }).round({ smallestUnit: 'minute' });
    const eventId = await publishedEvent(db, [writer.id, publisher.id], startsAt, seatsFor(world, 2), now);
    const seating = await seatingOf(db, { eventId, world, at });
    for (const [round, fields] of seating.entries())
      rounds[round]?.push({
        ...{ kind: 'seating', eventId, personId: publisher.id, fields },
        path: `/desk/events/${eventId}/words`,
      });
    for (let index = 0; index < world.people; index++) {
      const { id: personId, email } = await one(`at-${at}-${index}`);
      const party = someParty(random);
      if (index % 4 === 0) {
        const path = `/events/${eventId}/registration`;
        attempts.push({ kind: 'register', eventId, personId, path, fields: typed(party) });
        continue;
      }
      const registrationId = await registered(db, eventId, { personId, email, party, now });
      const path = `/events/registrations/${tokenOf({ secret }, registrationId)}`;
      for (const kind of pick(random)) {
        const fields = kind === 'party' ? typed(someParty(random)) : {};
        attempts.push({ kind, eventId, personId, registrationId, path: `${path}/${kind}`, fields });
      }
    }
  }
  const personIds = [publisher.id, ...new Set(attempts.map(({ personId }) => personId))];
  const cookies = await signIn(connection, { personIds, secret, now });
  return inRounds(shuffled(attempts, random), rounds, random).map((attempt) => ({
    ...attempt,
    cookie: cookies.get(attempt.personId) ?? '',
    key: crypto.randomUUID(),
  }));
}

/** As many presses in each part that ends with a kill, the changes of seats among them: one an event, so that none is in the way of another. */
function inRounds(attempts: readonly Planned[], rounds: readonly Planned[][], random: Random): Planned[] {
  const share = Math.ceil(attempts.length / rounds.length);
  return rounds.flatMap((seating, round) =>
    shuffled([...attempts.slice(round * share, (round + 1) * share), ...seating], random),
  );
}

function shuffled<One>(all: readonly One[], random: Random): One[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

const seatsFor = ({ people }: World, share: number) =>
  [
    { kind: 'anybody', language: '', capacity: Math.ceil(people / share) },
    { kind: 'child', language: '', capacity: Math.ceil(people / (4 * share)) },
  ] as const;

/** What a coordinator sends of an event, round by round: the form as it is drawn, with other numbers of seats. */
async function seatingOf(
  db: Database,
  { eventId, world, at }: { readonly eventId: string; readonly world: World; readonly at: number },
): Promise<Record<string, string>[]> {
  const event = await findEvent(db, eventId);
  if (!event) throw new Error('an event is not there');
  const form = eventFormFor({ staff: [], campaigns: [] });
  const languages = (await listLanguages(db, [eventId])).get(eventId) ?? [];
  const begun = form.begin(typeEvent(event, { languages, seats: await listSeats(db, eventId) }));
  const whole = Object.fromEntries(
    // Of several answers the first; what is empty is not sent, as a box that is not ticked.
    form.fields.flatMap(({ name }) => (begun.value(name) === '' ? [] : [[name, begun.value(name)]])),
  );
  return Array.from({ length: world.kills }, (_, round) => {
    const rises = (world.kills - round + at) % 2 === 0;
    const [anybody, children] = seatsFor(world, rises ? 1.2 : 3);
    const isLastLowering = !rises && round === world.kills - 1;
    return {
      ...whole,
      ...{ anybody: `${anybody.capacity}`, child: `${children.capacity}`, fewer: 'on' },
      // Each that was carried out has made the next version.
      version: `${event.version + round}`,
      ...(isLastLowering && { address: ELSEWHERE }),
    };
  });
}

/** One or two different things that somebody presses, in whatever order they arrive. */
function pick(random: Random): Set<(typeof ACTS)[number]> {
  const some = () => ACTS[Math.floor(random() * ACTS.length)] ?? 'party';
  return new Set([some(), some()]);
}

function someParty(random: Random): Attendee[] {
  const adults = Array.from({ length: 1 + Math.floor(random() * 2) }, () => adult);
  const children = Array.from({ length: Math.floor(random() * 3) }, () => child(5));
  return [...adults, ...children];
}

function typed(party: readonly Attendee[]): Record<string, string> {
  const ages = party.flatMap(({ age }) => age ?? []);
  return { adults: `${party.length - ages.length}`, childAges: ages.join(', ') };
}
