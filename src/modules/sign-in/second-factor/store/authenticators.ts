import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';

const keptSecret = sealedColumn('auth.authenticators.sealed_secret');

/** What somebody can prove themselves with beside the code by mail. */
export interface Factors {
  readonly authenticator: boolean;
  readonly passkeys: number;
}

export async function findFactors(db: Database, personId: string): Promise<Factors> {
  const found = await db
    .selectNoFrom((is) => [
      is
        .exists(is.selectFrom('auth.authenticators').select('person_id').where('person_id', '=', personId))
        .as('authenticator'),
      is
        .selectFrom('auth.passkeys')
        .select((one) => one.fn.countAll<number>().as('count'))
        .where('person_id', '=', personId)
        .as('passkeys'),
    ])
    .executeTakeFirstOrThrow();
  return { authenticator: Boolean(found.authenticator), passkeys: found.passkeys ?? 0 };
}

/** Since when somebody's authenticator is there; null without one. */
export async function findSetUpAt(db: Database, personId: string): Promise<Temporal.Instant | null> {
  const known = await db
    .selectFrom('auth.authenticators')
    .select('created_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return known?.created_at ?? null;
}

/** Two presses at once: the second waits here, and finds what the first has set up. */
export async function lockSetUp(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`set-up of ${personId}`}, 0))`.execute(tx);
}

/** Keeps an authenticator; one kept before is replaced. */
export async function keepAuthenticator(
  tx: Tx,
  personId: string,
  kept: { secret: string; step: number; now: Temporal.Instant },
): Promise<void> {
  const row = {
    sealed_secret: keptSecret.seal(tx, personId, kept.secret),
    last_step: kept.step,
    created_at: kept.now,
  };
  await tx
    .insertInto('auth.authenticators')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

/** Locks an authenticator until the transaction ends. @returns null without one, and for one whose secret does not open */
export async function lockAuthenticator(
  tx: Tx,
  personId: string,
): Promise<{ readonly secret: string; readonly lastStep: number } | null> {
  const row = await tx
    .selectFrom('auth.authenticators')
    .selectAll()
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  const secret = row && keptSecret.tryOpen(tx, personId, row.sealed_secret);
  return row && secret ? { secret, lastStep: row.last_step } : null;
}

export async function noteStep(tx: Tx, personId: string, step: number): Promise<void> {
  await tx
    .updateTable('auth.authenticators')
    .set({ last_step: step })
    .where('person_id', '=', personId)
    .execute();
}

/** Deletes all means of somebody, and where they have signed in before. */
export async function deleteMeans(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('auth.authenticators').where('person_id', '=', personId).execute();
  await tx.deleteFrom('auth.recovery_codes').where('person_id', '=', personId).execute();
  await tx.deleteFrom('auth.passkeys').where('person_id', '=', personId).execute();
  await tx.deleteFrom('auth.known_devices').where('person_id', '=', personId).execute();
}
