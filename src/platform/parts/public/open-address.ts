import type { Database } from '../../database/connect.ts';

/** A page that everybody may find by a search. */
export interface OpenAddress {
  /** Without the language; it stands in all of them. */
  readonly path: string;
  /** When what it says was last another, where that is known. */
  readonly changedAt?: Temporal.Instant | undefined;
}

/** The public pages of a module, for sitemaps: each is one that says `found` of itself. Nothing of people among them. */
export type OpenAddresses = (
  db: Database,
  now: Temporal.Instant,
) => Promise<readonly OpenAddress[]> | readonly OpenAddress[];
