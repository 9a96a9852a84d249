import { createPerson, type Person, type WholePerson } from '../../src/modules/people/index.ts';
import {
  applyToVolunteer,
  approve,
  PLEDGE_LINES,
  recordInterview,
  recordTraining,
  scheduleInterview,
  takePledge,
} from '../../src/modules/trust/index.ts';
import { PROGRAM } from '../../src/platform/audit/record.ts';
import type { Database, Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { Outcome } from '../../src/platform/refusal.ts';

/** Who decides in tests where it doesn't matter who: the program. */
export const DECIDER = PROGRAM;

const ZONE = 'Asia/Tokyo';

/** Does something in a transaction of its own and gives its value. Throws when it is refused. */
export async function doing<T>(db: Database, act: (tx: Tx) => Promise<Outcome<T>>): Promise<T> {
  const outcome = await inTransaction(db, act);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** Somebody who has just applied. */
export async function makeApplicant(
  db: Database,
  now: Temporal.Instant,
  details: Partial<WholePerson> = {},
): Promise<Person> {
  const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Aoki Haru', ...details, now }));
  await apply(db, person.id, now);
  return person;
}

/** Applies to volunteer, for the first time or again. */
export async function apply(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  await doing(db, (tx) =>
    applyToVolunteer(tx, {
      personId,
      motivation: 'I live here and have time on Saturdays.',
      experience: '',
      helpWith: ['paper', 'phone'],
      now,
    }),
  );
}

/** Takes an interview that was held an hour ago and fits. */
export async function interviewed(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: 2 });
  const interviewId = await doing(db, (tx) =>
    scheduleInterview(tx, {
      personId,
      startsAt: before.add({ hours: 1 }),
      durationMinutes: 30,
      place: 'online',
      whereWords: 'https://meet.example.org/one',
      by: DECIDER,
      now: before,
    }),
  );
  await doing(db, (tx) =>
    recordInterview(tx, { personId, interviewId, outcome: 'fits', note: '', by: DECIDER, now }),
  );
}

/** Takes the training of today. */
export async function trained(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  const doneOn = now.toZonedDateTimeISO(ZONE).toPlainDate();
  await doing(db, (tx) => recordTraining(tx, { personId, title: 'First steps', doneOn, by: DECIDER, now }));
}

/** Takes the pledge. */
export async function pledged(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  await doing(db, (tx) => takePledge(tx, { personId, lines: PLEDGE_LINES, now }));
}

/** Somebody who has taken every step of the first policy and is approved at this instant. */
export async function makeVolunteer(
  db: Database,
  now: Temporal.Instant,
  details: Partial<WholePerson> = {},
): Promise<Person> {
  const person = await makeApplicant(db, now, details);
  await interviewed(db, person.id, now);
  await trained(db, person.id, now);
  await pledged(db, person.id, now);
  await doing(db, (tx) => approve(tx, { personId: person.id, by: DECIDER, now }));
  return person;
}
