import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Call, CallState } from '../types.ts';

/** More than anybody makes or gets in a season. */
const MOST_OF_ONE = 60;
const MOST = 1000;

const calls = (db: Database) =>
  db
    .selectFrom('season.calls as c')
    .innerJoin('season.alone as a', 'a.id', 'c.alone_id')
    .innerJoin('season.hours as h', 'h.id', 'c.hour_id')
    .select(['c.id', 'c.alone_id as aloneId', 'c.hour_id as hourId', 'c.state'])
    .select(['a.person_id as residentId', 'h.person_id as volunteerId', 'h.on_day as onDay', 'h.part']);

export async function findCall(db: Database, id: string): Promise<Call | null> {
  return (await calls(db).where('c.id', '=', id).executeTakeFirst()) ?? null;
}

/** As `findCall`; whoever else would end it waits until the transaction ends. */
export async function lockCall(tx: Tx, id: string): Promise<Call | null> {
  return (await calls(tx).where('c.id', '=', id).forUpdate('c').executeTakeFirst()) ?? null;
}

/** What was arranged with some who will be alone, in the order of days. */
export async function listCallsOf(db: Database, aloneIds: readonly string[]): Promise<Call[]> {
  if (aloneIds.length === 0) return [];
  const query = calls(db).where('c.alone_id', 'in', aloneIds);
  return await query.orderBy('h.on_day').orderBy('h.part').orderBy('c.id').limit(MOST).execute();
}

/** What somebody still gets from a day on, and all that they are to make: until they say how it went, somebody waits. */
export async function listCallsAhead(
  db: Database,
  personId: string,
  from: Temporal.PlainDate,
): Promise<Call[]> {
  return await calls(db)
    .where('c.state', '=', 'arranged')
    .where((is) =>
      is.or([
        is.and([is('a.person_id', '=', personId), is('h.on_day', '>=', from)]),
        is('h.person_id', '=', personId),
      ]),
    )
    .orderBy('h.on_day')
    .orderBy('h.part')
    .orderBy('c.id')
    .limit(MOST_OF_ONE)
    .execute();
}

/** Whether an hour is promised to somebody, or was kept. */
export async function isPromised(db: Database, hourId: string): Promise<boolean> {
  const found = await db
    .selectFrom('season.calls')
    .select('id')
    .where('hour_id', '=', hourId)
    .where('state', 'in', ['arranged', 'called'])
    .executeTakeFirst();
  return found !== undefined;
}

/** @returns its id */
export async function insertCall(
  tx: Tx,
  call: {
    readonly aloneId: string;
    readonly hourId: string;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const row = { alone_id: call.aloneId, hour_id: call.hourId, arranged_by: call.by, arranged_at: call.now };
  const query = tx.insertInto('season.calls').values({ ...row, state: 'arranged' });
  return (await query.returning('id').executeTakeFirstOrThrow()).id;
}

export async function updateCall(tx: Tx, id: string, to: CallState, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('season.calls').set({ state: to, ended_at: now }).where('id', '=', id).execute();
}
