import type { Database } from '../../../../platform/database/connect.ts';

/** Whether somebody comes to a class as an adult who may be near children. */
export async function isComingToHelp(db: Database, personId: string, sessionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('classes.commitments')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('state', '=', 'yes')
    .where('is_vetted', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
