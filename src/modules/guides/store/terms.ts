import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type AskedWord, rangesOf } from '../search/asked.ts';
import { isNarrowed, type Narrowed } from './guides.ts';

/** By which terms a guide is found from now on. */
export async function writeTerms(tx: Tx, guideId: string, terms: ReadonlyMap<string, number>): Promise<void> {
  await tx.deleteFrom('guides.terms').where('guide_id', '=', guideId).execute();
  await sql`insert into guides.terms (guide_id, term, weight)
    select ${guideId}::uuid, term, weight from unnest(${[...terms.keys()]}::text[], ${[...terms.values()]}::smallint[])
      as of (term, weight)`.execute(tx);
}

/**
 * The guides that answer so many of the words that were asked for at least, those that answer most of them and best first.
 * Each word is looked up in the index of terms; nothing else is read.
 */
export async function findByWords(
  db: Database,
  asked: { readonly words: readonly AskedWord[]; readonly atLeast: number; readonly narrowed: Narrowed },
  most: number,
): Promise<string[]> {
  const { words, from, to } = rangesOf(asked.words);
  const { rows } = await sql<{ id: string }>`
    select g.id from (
      select w.word, t.guide_id, max(t.weight) as best
      from unnest(${[...words]}::integer[], ${[...from]}::text[], ${[...to]}::text[]) as w (word, low, high)
      join guides.terms t on t.term >= w.low collate "C" and t.term < w.high collate "C"
      group by w.word, t.guide_id) as found
    join guides.guides g on g.id = found.guide_id
    where g.state = 'published' and ${isNarrowed(asked.narrowed)}
    group by g.id having count(*) >= ${asked.atLeast}
    order by count(*) desc, sum(best) desc, g.id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
