import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import type { Field, Matter, MatterState } from '../types.ts';
import { MATTER_COLUMNS, toMatter } from './matters.ts';

export const STATES = [
  'received',
  'in_triage',
  'expert_asked',
  'expert_accepted',
  'appointed',
  'advised',
  'following',
  'closed',
] as const satisfies readonly MatterState[];

interface Search {
  readonly number: number | null;
  /** Something was typed that is no number: nothing has it. */
  readonly isNoNumber: boolean;
  readonly field: Field | undefined;
  readonly state: MatterState | undefined;
  /** Nobody finds their own among those of others. */
  readonly notOf: string;
}

/** Matters by what they are sorted by, the newest first; there is no search of what was written. */
export async function searchMatters(db: Database, search: Search, window: Window): Promise<Page<Matter>> {
  const { number, field, state } = search;
  let query = db
    .selectFrom('consultations.matters')
    .select(MATTER_COLUMNS)
    .where('resident_id', '<>', search.notOf)
    .$if(search.isNoNumber || number !== null, (all) => all.where('number', '=', number ?? 0))
    .$if(field !== undefined, (all) => all.where('field', '=', field ?? 'other'))
    .$if(state !== undefined, (all) => all.where('state', '=', state ?? 'closed'));
  if (window.after)
    query = query.where(
      sql<boolean>`(matters.created_at, matters.id) < (
        select m.created_at, m.id from consultations.matters m where m.id = ${window.after})`,
    );
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows: shown, next } = toPage(rows, window, ({ id }) => id);
  return { rows: shown.map(toMatter), next };
}
