import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { PairsCertificates } from '../../../../platform/database/generated.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Side } from '../../types.ts';

const name = sealedColumn('pairs.certificates.name');

/** A paper that was made, as it stands on the paper. */
export interface Certificate {
  readonly code: string;
  readonly name: string;
  readonly side: Side;
  readonly startedOn: Temporal.PlainDate;
  /** The last day. */
  readonly endedOn: Temporal.PlainDate;
  readonly issuedAt: Temporal.Instant;
}

/** Made once: whoever makes it again finds the one there is. */
export async function insertCertificate(
  tx: Tx,
  of: Certificate & { readonly pairId: string; readonly personId: string },
): Promise<void> {
  await tx
    .insertInto('pairs.certificates')
    .values({
      code: of.code,
      pair_id: of.pairId,
      person_id: of.personId,
      name: name.seal(tx, of.code, of.name),
      side: of.side,
      started_on: of.startedOn,
      ended_on: of.endedOn,
      issued_at: of.issuedAt,
    })
    .onConflict((conflict) => conflict.columns(['pair_id', 'person_id']).doNothing())
    .execute();
}

export async function findCertificate(
  db: Database,
  of: { readonly code: string } | { readonly pairId: string; readonly personId: string },
): Promise<Certificate | null> {
  const all = db.selectFrom('pairs.certificates').selectAll();
  const one =
    'code' in of
      ? all.where('code', '=', of.code)
      : all.where('pair_id', '=', of.pairId).where('person_id', '=', of.personId);
  const row = await one.executeTakeFirst();
  return row ? toCertificate(db, row) : null;
}

function toCertificate(db: Database, row: Selectable<PairsCertificates>): Certificate {
  return {
    code: row.code,
    name: name.open(db, row.code, row.name),
    side: row.side,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    issuedAt: row.issued_at,
  };
}
