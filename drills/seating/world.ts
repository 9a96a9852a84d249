import { tokenOf } from '../../src/modules/events/registrations/token.ts';
import type { Attendee } from '../../src/modules/events/types.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import type { Connection } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { adult, child, publishedEvent, registered } from '../../test/support/events.ts';
import { signIn } from '../../test/support/signed-in.ts';
import { randomFrom } from '../acceptance/world.ts';
import type { Press } from '../fire/presses.ts';
import { filled } from '../fire/program.ts';

/** What somebody does with their registration. */
export interface Attempt extends Press {
  readonly kind: 'register' | 'cancellation' | 'party' | 'seats' | 'refusal';
  readonly eventId: string;
  readonly personId: string;
  /** Of whoever had registered before. */
  readonly registrationId?: string;
}

interface World {
  readonly events: number;
  /** Who comes to each; half of them have registered before. */
  readonly people: number;
  readonly seed: number;
}

const DAYS_AHEAD = 9;
const ACTS = ['cancellation', 'cancellation', 'party', 'seats', 'refusal'] as const;

/**
 * Fills a program's database by the commands that people use: events with fewer seats than people, half of whom have
 * registered, so that some have seats and some wait.
 * @returns what all of them press, in an order that the seed chooses
 */
export function buildWorld(directory: string, world: World): Promise<Attempt[]> {
  return filled(directory, (connection, secret) => fillWorld(connection, world, secret));
}

async function fillWorld(connection: Connection, world: World, secret: string): Promise<Attempt[]> {
  const { db } = connection;
  const now = Temporal.Now.instant();
  const random = randomFrom(world.seed);
  const one = (name: string) =>
    inTransaction(db, async (tx) => {
      const email = `${name}@otonari.example`;
      const { id } = await createPerson(tx, { name, email, weekly: [], roles: ['resident'], now });
      return { id, email };
    });
  const [writer, publisher] = [await one('writer'), await one('publisher')];
  const attempts: Omit<Attempt, 'cookie' | 'key'>[] = [];
  for (let at = 0; at < world.events; at++) {
    const startsAt = now.add({ hours: 24 * DAYS_AHEAD + at });
    const seats = [
      { kind: 'anybody', language: '', capacity: Math.ceil(world.people / 2) },
      { kind: 'child', language: '', capacity: Math.ceil(world.people / 8) },
    ] as const;
    const eventId = await publishedEvent(db, [writer.id, publisher.id], startsAt, seats, now);
    for (let index = 0; index < world.people; index++) {
      const { id: personId, email } = await one(`at-${at}-${index}`);
      const party = someParty(random);
      if (index % 2 === 0) {
        const fields = typed(party);
        attempts.push({
          kind: 'register',
          eventId,
          personId,
          path: `/events/${eventId}/registration`,
          fields,
        });
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
  const cookies = await signIn(connection, {
    personIds: attempts.map(({ personId }) => personId),
    ...{ secret, now },
  });
  return attempts
    .map((attempt) => ({ attempt, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ attempt }) => ({
      ...attempt,
      cookie: cookies.get(attempt.personId) ?? '',
      key: crypto.randomUUID(),
    }));
}

/** One or two different things that somebody presses, in whatever order they arrive. */
function pick(random: () => number): Set<(typeof ACTS)[number]> {
  const some = () => ACTS[Math.floor(random() * ACTS.length)] ?? 'party';
  return new Set([some(), some()]);
}

function someParty(random: () => number): Attendee[] {
  const adults = Array.from({ length: 1 + Math.floor(random() * 2) }, () => adult);
  const children = Array.from({ length: Math.floor(random() * 3) }, () => child(5));
  return [...adults, ...children];
}

function typed(party: readonly Attendee[]): Record<string, string> {
  const ages = party.flatMap(({ age }) => age ?? []);
  return { adults: `${party.length - ages.length}`, childAges: ages.join(', ') };
}
