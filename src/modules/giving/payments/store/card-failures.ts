import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { type Failures, LIMITS } from '../cards/rules.ts';
import type { ChargeFacts } from '../provider.ts';
import { spellReference } from '../reference.ts';

const pageOf = ({ reference }: Pick<ChargeFacts, 'reference'>) => reference && spellReference(reference);
const cardOf = ({ fingerprint }: ChargeFacts) =>
  fingerprint && createHash('sha256').update(fingerprint).digest('base64url');

/** Keeps a card that failed. @returns whether it is heard of for the first time */
export async function insertFailure(tx: Tx, charge: ChargeFacts): Promise<boolean> {
  const { id, at } = charge;
  const written = await tx
    .insertInto('giving.card_failures')
    .values({ charge: id, reference: pageOf(charge), card: cardOf(charge), failed_at: at })
    .onConflict((conflict) => conflict.column('charge').doNothing())
    .returning('charge')
    .executeTakeFirst();
  return written !== undefined;
}

/** What has failed like this one: at its page, of its card within a day, and of all within an hour. */
export async function countLike(
  db: Database,
  charge: ChargeFacts,
  { now, since }: { readonly now: Temporal.Instant; readonly since: Temporal.Instant },
): Promise<Failures> {
  const count = (where: RawBuilder<unknown>) =>
    sql`(select count(*)::int from giving.card_failures where ${where})`;
  const { rows } = await sql<Failures>`select
    ${count(sql`reference = ${pageOf(charge)}`)} as "ofPage",
    ${count(sql`card = ${cardOf(charge)} and failed_at > ${now.subtract({ hours: 24 })}`)} as "ofCard",
    ${count(sql`failed_at > ${since}`)} as "inHour"`.execute(db);
  return rows[0] ?? { ofPage: 0, ofCard: 0, inHour: 0 };
}

/** How many cards have failed since an instant. */
export async function countSince(db: Database, since: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('giving.card_failures')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('failed_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One charge of each page at which a card has failed since an instant. */
export async function listPagesSince(db: Database, since: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('giving.card_failures')
    .select(({ fn }) => fn.min<string>('charge').as('charge'))
    .where('failed_at', '>', since)
    .where('reference', 'is not', null)
    .groupBy('reference')
    .execute();
  return rows.map(({ charge }) => charge);
}

/** Whether so many cards have failed at a page that nobody pays there any more. */
export async function isPageUsedUp(db: Database, page: Pick<ChargeFacts, 'reference'>): Promise<boolean> {
  const rows = await db
    .selectFrom('giving.card_failures')
    .select('charge')
    .where('reference', '=', pageOf(page))
    .limit(LIMITS.ofPage)
    .execute();
  return rows.length === LIMITS.ofPage;
}
