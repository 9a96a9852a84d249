import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { namedForPage } from './named.ts';
import { allOf } from './standing.ts';

const addresses = sealedColumn('giving.donors.address');
/** Of donor `d`, and of whoever was merged into them. */
const THEIRS = allOf(sql`array[d.id]`);
/** So many with the words are put in order at once; where more have them, one in some dozens does. */
const FEW = 500;

/** A donor as the list shows them. */
export interface ListedDonor {
  readonly id: string;
  readonly kind: 'person' | 'organization';
  readonly personId: string | null;
  readonly name: string;
  readonly email: string | null;
  /** Where papers go. */
  readonly address: string | null;
  /** Whole yen that they gave and that stayed, in all. */
  readonly given: number;
  readonly lastOn: Temporal.PlainDate | null;
}

export interface DonorFilters {
  /** A part of their name, kana or mail address. */
  readonly words?: string | undefined;
  readonly kind?: ListedDonor['kind'] | undefined;
}

/** Donors with these words in their name, kana or mail address, the last to be entered first. */
export async function listDonors(
  db: Database,
  { words, kind }: DonorFilters,
  window: Window,
): Promise<Page<ListedDonor>> {
  const named = words ? await namedForPage(db, words, { most: FEW, limit: window.limit + 1 }) : null;
  const found = await db
    .selectFrom('giving.donors as d')
    .select(['d.id', 'd.kind', 'd.person_id', 'd.name', 'd.email', 'd.address'])
    .select([
      sql<number>`(select coalesce(sum(kept_jpy), 0)::bigint from giving.donor_years where donor_id in ${THEIRS})`.as(
        'given',
      ),
      sql<Temporal.PlainDate | null>`(select max(last.received_on) from ${THEIRS} as their (id) cross join lateral (
        select received_on from giving.gifts where donor_id = their.id order by received_on desc limit 1) last)`.as(
        'last_on',
      ),
    ])
    .where('d.merged_into', 'is', null)
    .where('d.forgotten_at', 'is', null)
    .$if(named !== null, (query) => query.where(named ?? sql<boolean>`true`))
    .$if(kind !== undefined, (query) => query.where('d.kind', '=', kind ?? 'person'))
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(d.created_at, d.id) < (select created_at, id from giving.donors where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return {
    next,
    rows: rows.map(({ person_id, last_on, address, ...row }) => ({
      ...row,
      address: addresses.open(db, row.id, address),
      personId: person_id,
      lastOn: last_on,
    })),
  };
}
