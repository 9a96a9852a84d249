import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { type Given, sealedAnswers } from '../../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { PairsClosures } from '../../../../platform/database/generated.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { isOfApplicant } from '../../pair/store.ts';
import type { Ending, Side } from '../../types.ts';

const answers = sealedAnswers('pairs.closures.answers');
const lastPage = sealedColumn('pairs.closures.last_page');

/** What one side says when it is over. */
export interface Closure {
  readonly pairId: string;
  readonly side: Side;
  readonly personId: string;
  readonly closedAt: Temporal.Instant;
  readonly given: Given | null;
  /** To the other side, who reads it once it is delivered. */
  readonly lastPage: string | null;
  readonly deliveredAt: Temporal.Instant | null;
  readonly wantsAgain: boolean;
  /** With the same person too: the next round may propose them to each other once both said so. */
  readonly wantsSame: boolean;
  readonly staysInTouch: boolean;
  readonly mayBeTold: boolean;
}

export type NewClosure = Omit<Closure, 'deliveredAt' | 'given'> & { readonly given: Given };

/** @throws by its key where the side has closed already */
export async function insertClosure(tx: Tx, closure: NewClosure): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('pairs.closures')
    .values({
      id,
      pair_id: closure.pairId,
      side: closure.side,
      person_id: closure.personId,
      closed_at: closure.closedAt,
      answers: answers.seal(tx, id, closure.given),
      last_page: lastPage.seal(tx, id, closure.lastPage),
      wants_again: closure.wantsAgain,
      wants_same: closure.wantsSame,
      stays_in_touch: closure.staysInTouch,
      may_be_told: closure.mayBeTold,
    })
    .execute();
}

/** What both said, of whom one may not read all: the resident first. */
export async function listClosures(db: Database, pairId: string): Promise<Closure[]> {
  const rows = await db
    .selectFrom('pairs.closures')
    .selectAll()
    .where('pair_id', '=', pairId)
    .orderBy('side')
    .execute();
  return rows.map((row) => toClosure(db, row));
}

/** Marks the last pages of a pair as delivered. @returns whose were delivered now, of those that hold something */
export async function deliverLastPages(tx: Tx, pairId: string, now: Temporal.Instant): Promise<Side[]> {
  const rows = await tx
    .updateTable('pairs.closures')
    .set({ delivered_at: now })
    .where('pair_id', '=', pairId)
    .where('delivered_at', 'is', null)
    .returning(['side', 'last_page'])
    .execute();
  return rows.filter(({ last_page }) => last_page !== null).map(({ side }) => side);
}

/** Pairs that were over before an instant, of which a closure is not delivered. */
export async function listUndelivered(db: Database, overBefore: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs.closures as c')
    .innerJoin('pairs.pairs as p', 'p.id', 'c.pair_id')
    .select('c.pair_id')
    .distinct()
    .where('c.delivered_at', 'is', null)
    .where('p.over_at', '<=', overBefore)
    .orderBy('c.pair_id')
    .execute();
  return rows.map(({ pair_id }) => pair_id);
}

/** Pairs of somebody that are over since an instant and of which they have not said how it was. */
export async function listToClose(
  db: Database,
  { personId, since }: { readonly personId: string; readonly since: Temporal.Instant },
): Promise<
  {
    readonly pairId: string;
    readonly otherId: string;
    readonly overAt: Temporal.Instant;
    readonly ending: Ending;
  }[]
> {
  const rows = await db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.applications as v', 'v.id', 'p.volunteer_application_id')
    .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
    .select(['p.id', 'p.over_at', 'p.ending', 'v.person_id as volunteer_id', 'r.person_id as resident_id'])
    .where('p.state', 'in', ['completed', 'ended'])
    .where('p.over_at', '>', since)
    .where(isOfApplicant(personId))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pairs.closures as c')
            .whereRef('c.pair_id', '=', 'p.id')
            .where('c.person_id', '=', personId)
            .select('c.id'),
        ),
      ),
    )
    .orderBy('p.over_at')
    .execute();
  return rows.flatMap((row) => ({
    pairId: row.id,
    otherId: row.volunteer_id === personId ? row.resident_id : row.volunteer_id,
    overAt: row.over_at as Temporal.Instant,
    ending: row.ending ?? 'told',
  }));
}

function toClosure(db: Database, row: Selectable<PairsClosures>): Closure {
  return {
    pairId: row.pair_id,
    side: row.side,
    personId: row.person_id,
    closedAt: row.closed_at,
    given: answers.open(db, row.id, row.answers),
    lastPage: lastPage.open(db, row.id, row.last_page),
    deliveredAt: row.delivered_at,
    wantsAgain: row.wants_again,
    wantsSame: row.wants_same,
    staysInTouch: row.stays_in_touch,
    mayBeTold: row.may_be_told,
  };
}
