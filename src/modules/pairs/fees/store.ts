import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { PairsFees } from '../../../platform/database/generated.ts';
import type { FeeKind, FeeState } from './rules.ts';

/** What somebody is asked for, in yen. */
export interface Fee {
  readonly id: string;
  readonly applicationId: string;
  readonly kind: FeeKind;
  readonly pairId: string | null;
  readonly full: number;
  readonly amount: number;
  readonly state: FeeState;
  readonly dueAt: Temporal.Instant;
  readonly settledOn: Temporal.PlainDate | null;
}

/** All that were asked of an application, the newest first. */
export async function listFees(db: Database, applicationId: string): Promise<Fee[]> {
  const rows = await db
    .selectFrom('pairs.fees')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('due_at', 'desc')
    .orderBy('kind')
    .execute();
  return rows.map(toFee);
}

/** The registration that somebody has paid, or was waived, with whichever of their applications; null where they owe it yet. */
export async function findSettledRegistration(db: Database, personId: string): Promise<Fee | null> {
  const row = await db
    .selectFrom('pairs.fees as f')
    .innerJoin('pairs.applications as a', 'a.id', 'f.application_id')
    .selectAll('f')
    .where('a.person_id', '=', personId)
    .where('f.kind', '=', 'registration')
    .where('f.state', '!=', 'due')
    .orderBy('f.settled_on')
    .orderBy('f.id')
    .limit(1)
    .executeTakeFirst();
  return row ? toFee(row) : null;
}

/** What is asked of an applicant: of this application, and the registration that was settled with an earlier one. */
export async function listFeesFor(
  db: Database,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<Fee[]> {
  const fees = await listFees(db, id);
  if (fees.some(({ kind }) => kind === 'registration')) return fees;
  const earlier = await findSettledRegistration(db, personId);
  return earlier ? [...fees, earlier] : fees;
}

export async function lockFee(tx: Tx, id: string): Promise<Fee | null> {
  const row = await tx
    .selectFrom('pairs.fees')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toFee(row) : null;
}

/** Asks for it once: a second time nothing happens. */
export async function insertFee(
  tx: Tx,
  fee: Pick<Fee, 'applicationId' | 'kind' | 'pairId' | 'full' | 'amount' | 'dueAt'> &
    ({ readonly state: 'due' } | { readonly state: 'waived'; readonly settledOn: Temporal.PlainDate }),
): Promise<void> {
  await tx
    .insertInto('pairs.fees')
    .values({
      application_id: fee.applicationId,
      kind: fee.kind,
      pair_id: fee.pairId,
      full_jpy: fee.full,
      amount_jpy: fee.amount,
      state: fee.state,
      due_at: fee.dueAt,
      settled_on: fee.state === 'waived' ? fee.settledOn : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function updateFee(
  tx: Tx,
  id: string,
  change:
    | {
        readonly state: 'paid' | 'waived';
        readonly amount?: number;
        readonly settledOn: Temporal.PlainDate;
        readonly by: string | null;
      }
    | { readonly state: 'due'; readonly amount: number },
): Promise<void> {
  await tx
    .updateTable('pairs.fees')
    .set({
      state: change.state,
      ...(change.amount !== undefined && { amount_jpy: change.amount }),
      ...(change.state !== 'due' && { settled_on: change.settledOn, settled_by: change.by }),
    })
    .where('id', '=', id)
    .execute();
}

function toFee(row: Selectable<PairsFees>): Fee {
  return {
    id: row.id,
    applicationId: row.application_id,
    kind: row.kind,
    pairId: row.pair_id,
    full: row.full_jpy,
    amount: row.amount_jpy,
    state: row.state,
    dueAt: row.due_at,
    settledOn: row.settled_on,
  };
}
