import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Given, sealedAnswers } from '../../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { isNo } from '../loneliness/questions.ts';
import type { LonelinessMean, MonthAsked, SaidLoneliness } from '../rules/loneliness.ts';

const answers = sealedAnswers('pairs.loneliness.answers');

/** Where somebody is asked: by their application before, in their pair later. */
export type AskedIn = { readonly applicationId: string } | { readonly pairId: string };

/** @throws by its key where it was said for this month */
export async function insertLoneliness(
  tx: Tx,
  of: {
    readonly in: AskedIn;
    readonly personId: string;
    readonly month: MonthAsked;
    readonly given: Given;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('pairs.loneliness')
    .values({
      id,
      ...('pairId' in of.in ? { pair_id: of.in.pairId } : { application_id: of.in.applicationId }),
      person_id: of.personId,
      month: of.month,
      answers: answers.seal(tx, id, of.given),
      answered_at: of.now,
    })
    .execute();
}

/** All that was said, each with the application that it is of: somebody is asked once for each month, in whichever pair. */
function selectSaid(db: Database) {
  return db
    .selectFrom('pairs.loneliness as l')
    .leftJoin('pairs.pairs as p', 'p.id', 'l.pair_id')
    .innerJoin('pairs.applications as a', (join) =>
      join
        .onRef('a.person_id', '=', 'l.person_id')
        .on((eb) =>
          eb.or([
            eb('a.id', '=', eb.ref('l.application_id')),
            eb('a.id', '=', eb.ref('p.volunteer_application_id')),
            eb('a.id', '=', eb.ref('p.resident_application_id')),
          ]),
        ),
    )
    .select(['l.id', 'l.month', 'l.answers', 'a.id as application_id'])
    .orderBy('l.answered_at')
    .orderBy('l.id');
}

/** What somebody has said, by their application. */
export async function listSaidLoneliness(db: Database, applicationId: string): Promise<SaidLoneliness[]> {
  const rows = await selectSaid(db).where('a.id', '=', applicationId).execute();
  return rows.map(({ id, month, answers: held }) => {
    const given = answers.open(db, id, held);
    return { month: month as MonthAsked, isNo: given !== null && isNo(given) };
  });
}

/** All answers, opened, the first before the others: for counting means, and for nothing else. */
export async function listAllAnswers(db: Database): Promise<
  {
    readonly applicationId: string;
    readonly month: MonthAsked;
    readonly given: Given | null;
  }[]
> {
  const rows = await selectSaid(db).execute();
  return rows.map((row) => ({
    applicationId: row.application_id,
    month: row.month as MonthAsked,
    given: answers.open(db, row.id, row.answers),
  }));
}

/** Pairs that began within these days, where somebody of the two was not written to about it. */
export async function listBegunWithin(
  db: Database,
  { after, upTo }: { readonly after: Temporal.PlainDate; readonly upTo: Temporal.PlainDate },
): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs.pairs as p')
    .select('p.id')
    .where('p.started_on', '>', after)
    .where('p.started_on', '<=', upTo)
    .where(
      (eb) =>
        eb
          .selectFrom('pairs.loneliness_asks as k')
          .whereRef('k.pair_id', '=', 'p.id')
          .select((count) => count.fn.countAll().as('n')),
      '<',
      2,
    )
    .orderBy('p.started_on')
    .orderBy('p.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** @returns whether they had not been written to before */
export async function insertAsk(
  tx: Tx,
  {
    pairId,
    personId,
    now,
  }: { readonly pairId: string; readonly personId: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('pairs.loneliness_asks')
    .values({ pair_id: pairId, person_id: personId, asked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

export async function replaceMeans(
  tx: Tx,
  means: readonly LonelinessMean[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.deleteFrom('pairs.loneliness_means').execute();
  for (const { month, people, before, after, giveOrTake } of means)
    await sql`insert into pairs.loneliness_means (month, people, before, after, give_or_take, counted_at)
      values (${month}, ${people}, ${before}, ${after}, ${giveOrTake}, ${now})`.execute(tx);
}
