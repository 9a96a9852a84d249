import { sql } from 'kysely';
import { writeAbout } from '../../src/modules/conversations/index.ts';
import { createPerson, type WholePerson } from '../../src/modules/people/index.ts';
import {
  type ActOn,
  acceptOffer,
  askVolunteers,
  checkIn,
  checkOut,
  confirmAssignment,
  type Doer,
  openRequest,
  type RequestForm,
  submitRequest,
} from '../../src/modules/spot/index.ts';
import { countCorrections } from '../../src/modules/spot/store/corrections.ts';
import { assessConcern, closeConcern } from '../../src/modules/trust/index.ts';
import type { Database, Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { Outcome } from '../../src/platform/refusal.ts';
import { MONDAY_TEN, sampleForm, TUESDAY_NINE } from './spot-samples.ts';

/** A small neighborhood: a resident, a coordinator, volunteers who fit the sample request. */
export interface Neighborhood {
  readonly db: Database;
  readonly residentId: string;
  readonly coordinatorId: string;
  readonly volunteerIds: readonly string[];
}

const SUMIDA = { municipalityCode: '13107', town: '吾妻橋一丁目' };
const ALL_WEEK = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, startMinute: 480, endMinute: 1080 }));
const LONG_AGO = Temporal.Instant.from('2026-04-01T09:00:00+09:00');

/** Makes a neighborhood with so many volunteers, in a database that holds no other. */
export async function makeNeighborhood(db: Database, volunteerCount = 3): Promise<Neighborhood> {
  await sql`insert into trust.policies (valid_from, needs_insurance, made_at, reason)
    values ('2001-01-01', false, '2001-01-01', 'for tests: no steps')`.execute(db);
  return inTransaction(db, async (tx) => {
    // With an address: who has none is asked by telephone.
    const email = `sita.${crypto.randomUUID()}@example.org`;
    const resident = await makePerson(tx, { name: 'Sita', email, roles: ['resident'] });
    const coordinator = await makePerson(tx, { name: '小林', roles: ['coordinator'] });
    const volunteerIds: string[] = [];
    for (let index = 0; index < volunteerCount; index++) {
      volunteerIds.push(await makeVolunteer(tx, { name: `おとなり${index}` }));
    }
    return { db, residentId: resident, coordinatorId: coordinator, volunteerIds };
  });
}

/** A neighborhood of its own in a database that holds others: their volunteers are asked no more. */
export async function makeNextNeighborhood(db: Database, volunteerCount: number): Promise<Neighborhood> {
  await sql`update trust.applications set state = 'ended', ended_at = decided_at where state = 'approved'`.execute(
    db,
  );
  return makeNeighborhood(db, volunteerCount);
}

async function makePerson(tx: Tx, whole: Omit<WholePerson, 'now'>): Promise<string> {
  const person = await createPerson(tx, { ...SUMIDA, ...whole, now: LONG_AGO });
  return person.id;
}

/** An approved volunteer who speaks Japanese and English, free on every open day. @returns their id */
export async function makeVolunteer(tx: Tx, whole: Partial<WholePerson> = {}): Promise<string> {
  const id = await makePerson(tx, {
    name: 'おとなり',
    roles: ['volunteer'],
    japaneseSpeaking: 'native',
    maxTravelKm: 10,
    languages: [{ language: 'en', speak: 3, read: 3, write: 3, phone: 3 }],
    weekly: ALL_WEEK,
    ...whole,
  });
  await sql`insert into trust.applications (person_id, state, submitted_at, decided_at, motivation, experience, help_with)
    values (${id}::uuid, 'approved', ${LONG_AGO.toString()}, ${LONG_AGO.toString()}, '', '', '{}')`.execute(
    tx,
  );
  return id;
}

/** The value of an outcome. @throws with the refusal's code when it was refused */
export function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** The code with which something was refused; `accepted` when it wasn't. */
export function refusedAs(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'accepted' : outcome.refusal.code;
}

/** A coordinator’s question to who asked, in their conversation. */
export async function askInWords(
  tx: Tx,
  story: Story,
  requestId: string,
  words = 'Which paper?',
): Promise<void> {
  const { residentId: personId, coordinatorId } = story.place;
  const writer = { personId: coordinatorId, isStaff: true };
  const subject = { kind: 'spot.request', id: requestId };
  accepted(await writeAbout(tx, { subject, personId, writer, words, locale: 'en', now: story.now }));
}

/** A coordinator looks into every concern about a request and closes it. */
export async function closeConcernsAbout(story: Story, requestId: string): Promise<void> {
  const open = await story.place.db
    .selectFrom('trust.concerns')
    .select('id')
    .where('object_id', '=', requestId)
    .where('state', '<>', 'closed')
    .execute();
  const words = 'We spoke with both, and it will not happen again.';
  for (const { id: concernId } of open) {
    const step = { concernId, words, by: story.place.coordinatorId, now: story.now };
    accepted(await story.act((tx) => assessConcern(tx, step)));
    accepted(await story.act((tx) => closeConcern(tx, step)));
  }
}

/** Acts on requests of a neighborhood, each in a transaction of its own. */
export class Story {
  readonly place: Neighborhood;
  now = TUESDAY_NINE;

  constructor(place: Neighborhood) {
    this.place = place;
  }

  /** Does something in a transaction that is rolled back when it is refused, as the web kit does. */
  async act<T>(work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    class Undo extends Error {}
    let outcome: Outcome<T> | undefined;
    try {
      return await inTransaction(this.place.db, async (tx) => {
        outcome = await work(tx);
        if (!outcome.ok) throw new Undo();
        return outcome;
      });
    } catch (problem) {
      if (problem instanceof Undo && outcome) return outcome;
      throw problem;
    }
  }

  /** Somebody in a part, at this story's present. */
  as(party: Doer['party'], personId: string | null = null): Doer {
    const byPart = { requester: this.place.residentId, coordinator: this.place.coordinatorId };
    const usual = party === 'requester' || party === 'coordinator' ? byPart[party] : null;
    return { personId: personId ?? usual, party, now: this.now };
  }

  on(requestId: string, party: Doer['party'], personId: string | null = null): ActOn {
    return { requestId, doer: this.as(party, personId) };
  }

  async submitted(changes: Partial<RequestForm> = {}): Promise<string> {
    const submission = {
      requesterId: this.place.residentId,
      form: sampleForm(changes),
      doer: this.as('requester'),
    };
    return accepted(await this.act((tx) => submitRequest(tx, submission))).requestId;
  }

  async opened(changes: Partial<RequestForm> = {}): Promise<string> {
    const id = await this.submitted(changes);
    accepted(await this.act((tx) => openRequest(tx, this.on(id, 'coordinator'))));
    return id;
  }

  /** Open, and every volunteer of the neighborhood asked. */
  async asked(changes: Partial<RequestForm> = {}): Promise<string> {
    const id = await this.opened(changes);
    accepted(await this.act((tx) => askVolunteers(tx, this.on(id, 'coordinator'))));
    return id;
  }

  async accept(id: string, volunteerId: string, startsAt = MONDAY_TEN): Promise<Outcome<unknown>> {
    const on = this.on(id, 'asked_volunteer', volunteerId);
    return this.act(async (tx) => {
      const corrections = await countCorrections(tx, id);
      return acceptOffer(tx, { ...on, startsAt, corrections });
    });
  }

  /** Accepted by the first volunteer. */
  async acceptedByFirst(changes: Partial<RequestForm> = {}): Promise<string> {
    const id = await this.asked(changes);
    accepted(await this.accept(id, this.first, changes.possibleTimes?.[0]));
    return id;
  }

  async confirmed(changes: Partial<RequestForm> = {}): Promise<string> {
    const id = await this.acceptedByFirst(changes);
    accepted(await this.act((tx) => confirmAssignment(tx, this.on(id, 'requester'))));
    return id;
  }

  /** Under way; the story's present moves to the visit's start. */
  async inProgress(changes: Partial<RequestForm> = {}): Promise<string> {
    const id = await this.confirmed(changes);
    this.now = changes.possibleTimes?.[0] ?? MONDAY_TEN;
    accepted(await this.act((tx) => checkIn(tx, this.on(id, 'assigned_volunteer', this.first))));
    return id;
  }

  /** Over; the story's present moves to the visit's end. */
  async visited(changes: Partial<RequestForm> = {}): Promise<string> {
    const id = await this.inProgress(changes);
    this.now = this.now.add({ minutes: 120 });
    accepted(await this.act((tx) => checkOut(tx, this.on(id, 'assigned_volunteer', this.first))));
    return id;
  }

  get first(): string {
    return this.volunteer(0);
  }

  volunteer(index: number): string {
    const id = this.place.volunteerIds[index];
    if (!id) throw new Error(`The neighborhood has no volunteer ${index}.`);
    return id;
  }
}
