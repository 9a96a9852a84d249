import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { dayInJapan } from '../../../people/index.ts';
import { allOf } from './standing.ts';

/** How long the books, and who stands in them, are kept (personal-data.ts). */
const YEARS_OF_BOOKS = 10;

const theirs = (donorId: string) => allOf([donorId]);

/** Until when the law keeps who gave. @returns null where nothing came in from them that it still keeps */
export async function keptUntil(
  db: Database,
  donorId: string,
  now: Temporal.Instant,
): Promise<Temporal.PlainDate | null> {
  const { rows } = await sql<{ last: Temporal.Instant | null }>`
    select max(recorded_at) as last from giving.gifts where donor_id in ${theirs(donorId)}`.execute(db);
  const last = rows[0]?.last;
  const until = last ? dayInJapan(last).add({ years: YEARS_OF_BOOKS }) : null;
  return until && Temporal.PlainDate.compare(until, dayInJapan(now)) >= 0 ? until : null;
}

/** Whether they still give, or have announced something that is open. */
export async function stillGives(db: Database, donorId: string): Promise<boolean> {
  const { rows } = await sql<{ gives: boolean }>`
    select exists (select from giving.promises where donor_id in ${theirs(donorId)} and state <> 'cancelled')
      or exists (select from giving.pledges where donor_id in ${theirs(donorId)} and state = 'open') as gives`.execute(
    db,
  );
  return rows[0]?.gives ?? false;
}

/**
 * Forgets of a donor, and of whoever was merged into them, what nothing has to be kept for: how they are reached, what they
 * wish and wrote, how they stood before, their name among the thanks.
 * @param everything their name and postal address too
 */
export async function blankDonor(
  tx: Tx,
  donorId: string,
  { everything, now }: { readonly everything: boolean; readonly now: Temporal.Instant },
): Promise<void> {
  const ids = theirs(donorId);
  await sql`update giving.wall_names set state = 'taken_back', over_at = ${now}, name = ''
    where donor_id in ${ids} and state in ('asked', 'public')`.execute(tx);
  await sql`update giving.pledges set in_memory_of = null, note = null, forgotten_at = coalesce(forgotten_at, ${now})
    where donor_id in ${ids}`.execute(tx);
  await sql`delete from giving.donor_changes where donor_id in ${ids}`.execute(tx);
  await sql`update giving.donor_merges set taken = null, forgotten_at = coalesce(forgotten_at, ${now})
    where standing_id in ${ids} or merged_id in ${ids}`.execute(tx);
  await sql`delete from giving.donor_signs where donor_id in ${ids}`.execute(tx);
  await sql`delete from giving.donor_pairs where one_id in ${ids} or other_id in ${ids}`.execute(tx);
  await sql`update giving.donors set kana = null, email = null, wants_letters = false, letters_to = null,
      receipt_wish = 'none', receipt_by_post = false, version = version + 1
    where id in ${ids}`.execute(tx);
  // A household whose letters they got gets them by its own names again.
  await sql`update giving.donors set letters_to = null, version = version + 1 where letters_to in ${ids}`.execute(
    tx,
  );
  if (everything)
    await sql`update giving.donors set name = '', address = null, receipt_name = null, person_id = null,
      forgotten_at = ${now} where id in ${ids}`.execute(tx);
}
