import { type Given, sealedAnswers } from '../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { AFTER, UNTIL } from '../survey/rules/due.ts';
import type { Registration } from '../types.ts';

const sealed = sealedAnswers('events.answers.answers');

/** More than come to anything that we hold. */
const MOST = 1_000;

/** What somebody answered, with whose it is. */
export interface Answered {
  readonly personId: string | null;
  readonly given: Given;
}

/** Keeps what somebody answers; what they had said before is gone. */
export async function writeAnswers(
  tx: Tx,
  { id, eventId }: Pick<Registration, 'id' | 'eventId'>,
  given: Given,
  now: Temporal.Instant,
): Promise<void> {
  const said = { answers: sealed.seal(tx, id, given), answered_at: now };
  await tx
    .insertInto('events.answers')
    .values({ registration_id: id, event_id: eventId, ...said })
    .onConflict((conflict) => conflict.column('registration_id').doUpdateSet(said))
    .execute();
}

/** @returns null where nothing was answered */
export async function findAnswers(db: Database, registrationId: string): Promise<Given | null> {
  const row = await db
    .selectFrom('events.answers')
    .select('answers')
    .where('registration_id', '=', registrationId)
    .executeTakeFirst();
  return row ? sealed.open(db, registrationId, row.answers) : null;
}

/** What was answered about an event, the latest first. */
export async function listAnswers(db: Database, eventId: string): Promise<Answered[]> {
  const rows = await db
    .selectFrom('events.answers as a')
    .innerJoin('events.registrations as r', 'r.id', 'a.registration_id')
    .select(['a.registration_id', 'a.answers', 'r.person_id'])
    .where('a.event_id', '=', eventId)
    .orderBy('a.answered_at', 'desc')
    .orderBy('a.registration_id')
    .limit(MOST)
    .execute();
  return rows.flatMap(({ registration_id, answers, person_id: personId }) => {
    const given = sealed.open(db, registration_id, answers);
    return given ? [{ personId, given }] : [];
  });
}

/** Events that are over, and of which people may be asked how they were. */
export async function listToAsk(db: Database, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('events.events')
    .select('id')
    .where('state', 'in', ['over', 'reported'])
    .where('published_at', 'is not', null)
    .where('ends_at', '<=', now.subtract(AFTER))
    .where('ends_at', '>', now.subtract(UNTIL))
    .orderBy('ends_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Who had seats at an event and was not asked yet how it was. */
export async function listUnasked(tx: Tx, eventId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('events.registrations as r')
    .select('r.id')
    .where('r.event_id', '=', eventId)
    .where('r.state', '=', 'seated')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('events.seat_moves as m')
            .select('m.id')
            .whereRef('m.registration_id', '=', 'r.id')
            .where('m.act', '=', 'survey'),
        ),
      ),
    )
    .orderBy('r.id')
    .execute();
  return rows.map(({ id }) => id);
}
