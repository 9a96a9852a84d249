import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { ConsentKind } from './kinds.ts';

export interface Consent {
  readonly kind: ConsentKind;
  readonly givenAt: Temporal.Instant;
  readonly takenBackAt: Temporal.Instant | null;
}

/** All that were ever given with an application, the newest first. */
export async function listConsents(db: Database, applicationId: string): Promise<Consent[]> {
  const rows = await db
    .selectFrom('pairs.consents')
    .select(['kind', 'given_at as givenAt', 'taken_back_at as takenBackAt'])
    .where('application_id', '=', applicationId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ConsentKind }));
}

/** Those that hold, by application. */
export async function consentsOf(
  db: Database,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<ConsentKind>>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('pairs.consents')
    .select(['application_id', 'kind'])
    .where('application_id', 'in', [...applicationIds])
    .where('taken_back_at', 'is', null)
    .execute();
  const byApplication = Map.groupBy(rows, (row) => row.application_id);
  return new Map(
    applicationIds.map((id) => [
      id,
      new Set((byApplication.get(id) ?? []).map(({ kind }) => kind as ConsentKind)),
    ]),
  );
}

/** What holds from now on: what is not among these is taken back, what is new is given. */
export async function setConsents(
  tx: Tx,
  applicationId: string,
  { kinds, now }: { readonly kinds: readonly ConsentKind[]; readonly now: Temporal.Instant },
): Promise<void> {
  const before = (await consentsOf(tx, [applicationId])).get(applicationId) ?? new Set();
  const gone = [...before].filter((kind) => !kinds.includes(kind));
  if (gone.length > 0)
    await tx
      .updateTable('pairs.consents')
      .set({ taken_back_at: now })
      .where('application_id', '=', applicationId)
      .where('taken_back_at', 'is', null)
      .where('kind', 'in', gone)
      .execute();
  const added = kinds.filter((kind) => !before.has(kind));
  if (added.length > 0)
    await tx
      .insertInto('pairs.consents')
      .values(added.map((kind) => ({ application_id: applicationId, kind, given_at: now })))
      .execute();
}
