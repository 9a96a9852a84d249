import { expect } from 'vitest';
import { recordCheck } from '../../../src/modules/trust/index.ts';
import { PROGRAM } from '../../../src/platform/audit/record.ts';
import { inTransaction } from '../../../src/platform/database/transaction.ts';
import { press, signIn } from '../caller.ts';
import { sure } from '../events.ts';
import type { Product } from '../product.ts';
import { PEOPLE, type PersonName } from '../world.ts';
import { OF_CHILD } from './facts.ts';

/** The day of the class, and when it begins. */
export const CLASS_BEGINS = Temporal.Instant.from('2026-12-12T10:00:00+09:00');

/** A child, the course, the day, what went wrong on it, and the seat there. */
export interface CareFamily {
  readonly courseId: string;
  readonly sessionId: string;
  readonly childId: string;
  readonly seatId: string;
  readonly incidentId: string;
}

type Fields = Readonly<Record<string, string>>;

/** Somebody presses a button of a page, and it is done. @throws what the page says where it is not */
export async function did(product: Product, who: PersonName | string, path: string, fields: Fields = {}) {
  const id = who in product.ids ? product.ids[who as PersonName] : who;
  const answer = await press(product, await signIn(product, id), `/en${path}`, fields);
  if (answer.status !== 303) throw new Error(`${answer.status} at ${path}: ${await answer.text()}`);
  return answer.headers.get('location') ?? '';
}

/**
 * Maya's child comes to the next Saturday of the small world, with everything that can be said of a child; all of it by the
 * pages that people use. Noa is a guardian who sees the page, the stranger one who must not; Haru and Midori teach, and
 * Kenji has said no. Afterwards it is an hour after the class began.
 */
export async function buildFamily(product: Product): Promise<CareFamily> {
  const { clock } = product;
  const { db } = product.database;
  const session = await db
    .selectFrom('classes.sessions')
    .select(['id', 'course_id'])
    .where('starts_at', '=', CLASS_BEGINS)
    .executeTakeFirstOrThrow();
  const { id: sessionId, course_id: courseId } = session;
  await answerForDay(product, sessionId);
  await did(product, 'maya', `/classes/${courseId}/enrolment`, {
    ...{ name: OF_CHILD.Name, birthYear: '2020', birthMonth: '5', languages: 'ne', reading: 'not_yet' },
    ...{ school: OF_CHILD.School, note: OF_CHILD.Note, relation: 'mother', phone: OF_CHILD.Phone },
    ...{ mayFetch: 'on', decides: 'me', notTold: OF_CHILD.NotTold, photos: 'none', isAgreed: 'on' },
  });
  const { id: childId } = await db
    .selectFrom('classes.children')
    .select('id')
    .where('answered_by', '=', product.ids.maya)
    .executeTakeFirstOrThrow();
  const { id: enrolmentId } = await db
    .selectFrom('classes.enrolments')
    .select('id')
    .where('child_id', '=', childId)
    .executeTakeFirstOrThrow();
  await did(product, 'coordinator', `/desk/classes/enrolments/${enrolmentId}/enrolment`);
  await sayAll(product, childId);
  const seat = await db
    .selectFrom('classes.seats')
    .select(['id', 'state'])
    .where('child_id', '=', childId)
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  expect(seat.state).toBe('taken');
  clock.set(CLASS_BEGINS.add({ minutes: 60 }));
  const incidentId = await theDay(product, sessionId, childId);
  return { courseId, sessionId, childId, seatId: seat.id, incidentId };
}

/** Midori says yes too, so that there are two; Kenji is asked, and says no. */
async function answerForDay(product: Product, sessionId: string): Promise<void> {
  const { db } = product.database;
  const now = product.clock();
  const doneOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const checked = {
    personId: product.ids.kenji,
    step: 'child_safety_check',
    doneOn,
    by: PROGRAM,
    now,
  } as const;
  await inTransaction(db, async (tx) => sure(await recordCheck(tx, checked)));
  const asking = { personId: product.ids.kenji, role: 'tutor' };
  await did(product, 'coordinator', `/desk/classes/sessions/${sessionId}/asking`, asking);
  for (const [who, answer] of [
    ['midori', 'yes'],
    ['kenji', 'no'],
  ] as const) {
    const { id } = await db
      .selectFrom('classes.commitments')
      .select('id')
      .where('session_id', '=', sessionId)
      .where('person_id', '=', product.ids[who])
      .executeTakeFirstOrThrow();
    await did(product, who, `/classes/teaching/${id}/${answer}`);
  }
}

async function sayAll(product: Product, childId: string): Promise<void> {
  await did(product, 'maya', `/children/${childId}/health`, {
    ...{ kind: 'allergy', foods: 'egg', what: OF_CHILD.Allergy, whatToDo: OF_CHILD.Medicine, isAgreed: 'on' },
  });
  await did(product, 'maya', `/children/${childId}/fetchers`, {
    ...{
      name: OF_CHILD.Fetcher,
      relation: 'friend',
      phone: OF_CHILD.FetcherPhone,
      howLong: 'always',
      onDay: '',
    },
  });
  const desk = `/desk/children/${childId}`;
  await did(product, 'coordinator', `${desk}/bars`, {
    ...{ barred: OF_CHILD.Barred, looks: OF_CHILD.Looks, reason: OF_CHILD.BarReason },
    ...{ source: OF_CHILD.BarSource, call: OF_CHILD.BarCall, untilOn: '' },
  });
  for (const [email, guardian] of [
    [PEOPLE.nobody, OF_CHILD.Second],
    [PEOPLE.stranger, 'Another'],
  ] as const)
    await did(product, 'coordinator', `${desk}/guardians`, {
      ...{ email, guardian, relation: 'father', phone: OF_CHILD.SecondPhone },
    });
  const { id } = await product.database.db
    .selectFrom('classes.guardianships')
    .select('id')
    .where('child_id', '=', childId)
    .where('person_id', '=', product.ids.stranger)
    .executeTakeFirstOrThrow();
  await did(product, 'coordinator', `${desk}/sight`, { guardianshipId: id, maySee: '' });
}

/** The child comes, falls, and learns something. @returns the id of what went wrong */
async function theDay(product: Product, sessionId: string, childId: string): Promise<string> {
  const day = `/classes/sessions/${sessionId}`;
  await did(product, 'haru', `${day}/health`);
  await did(product, 'haru', `${day}/day`, { press: `in ${childId}` });
  await did(product, 'haru', `${day}/day/snacks`, { snackName: 'Rice crackers', snackFoods: 'wheat' });
  const fell = { kind: 'injury', child: childId, wasAt: '10:30', said: OF_CHILD.Incident };
  await did(product, 'haru', `${day}/incidents`, fell);
  const { id: incidentId } = await product.database.db
    .selectFrom('classes.incidents')
    .select('id')
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  await did(product, 'midori', `${day}/incidents/${incidentId}`, { wasAt: '10:40', said: OF_CHILD.Later });
  await did(product, 'haru', `${day}/records/${childId}`, { phrases: 'sang', said: OF_CHILD.Record });
  return incidentId;
}
