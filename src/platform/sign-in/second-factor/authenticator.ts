import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../audit/record.ts';
import type { Database, Tx } from '../../database/connect.ts';
import { type Actor, hasJustShownFactor } from '../../permissions.ts';
import { accept, type Outcome, refuse } from '../../refusal.ts';
import { sealedColumn } from '../../sealed/column.ts';
import { notify } from '../notices.ts';
import { strengthenSession } from '../sessions/store.ts';
import type { SignIn } from '../types.ts';
import { replaceRecoveryCodes, spendRecoveryCode } from './recovery-codes.ts';
import { newTotpSecret, stepOfCode } from './totp.ts';

const SET_UP_MINUTES = 30;
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

/** Whether there is anything to show beside the code by mail. */
export function hasFactor(factors: Factors): boolean {
  return factors.authenticator || factors.passkeys > 0;
}

/**
 * Means are changed by who has shown one just now, or has none yet: never by the code by mail alone beside others, nor from a
 * session left open or stolen, which could otherwise make itself the proof that it is asked for.
 */
export function mayChangeFactors(factors: Factors, actor: Actor, now: Temporal.Instant): boolean {
  return hasJustShownFactor(actor, now) || !hasFactor(factors);
}

/**
 * A set-up under way: the secret travels in the form until a first code proves it, sealed for this session and for what
 * it is to replace. So it is good once: afterwards something else is there to be replaced.
 */
export interface SetUp {
  readonly secret: string;
  readonly sealed: string;
}

interface SettingUp {
  readonly personId: string;
  readonly sessionId: string;
  readonly now: Temporal.Instant;
}

export async function beginSetUp(db: Database, signIn: SignIn, who: SettingUp): Promise<SetUp> {
  const secret = newTotpSecret();
  const place = setUpOf(who, await findReplaced(db, who.personId));
  return { secret, sealed: signIn.keys.seal(`${who.now.epochMilliseconds} ${secret}`, place) };
}

/** The same set-up again, from its form. @returns null when it is older than half an hour, was used, or is not of this session */
export async function continueSetUp(
  db: Database,
  signIn: SignIn,
  form: SettingUp & { sealed: string },
): Promise<SetUp | null> {
  const place = setUpOf(form, await findReplaced(db, form.personId));
  const [startedAt, secret] = (signIn.keys.unseal(form.sealed, place) ?? '').split(' ');
  const age = form.now.epochMilliseconds - Number(startedAt);
  return secret && age < SET_UP_MINUTES * 60_000 ? { secret, sealed: form.sealed } : null;
}

/** The authenticator that a set-up would replace: since when it is there, to be told from any other. */
async function findReplaced(db: Database, personId: string): Promise<string> {
  const known = await db
    .selectFrom('auth.authenticators')
    .select('created_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return known ? String(known.created_at.epochMilliseconds) : 'none';
}

interface Proof {
  readonly personId: string;
  readonly sessionId: string;
  /** Six digits, or a recovery code where those are taken. */
  readonly code: string;
  readonly now: Temporal.Instant;
}

/**
 * Keeps an authenticator that has shown a right code; one kept before is replaced. The session is strong from now on.
 * @returns new recovery codes to be shown once, and the session’s new cookie; `set_up_is_over` or `authenticator_code_is_wrong` on `code`
 */
export async function finishSetUp(
  tx: Tx,
  signIn: SignIn,
  proof: Proof & { sealed: string },
): Promise<Outcome<{ recoveryCodes: string[]; cookie: string }>> {
  const { personId, now } = proof;
  // Two presses at once: the second waits here, and finds what the first has set up.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`set-up of ${personId}`}, 0))`.execute(tx);
  const setUp = await continueSetUp(tx, signIn, proof);
  if (!setUp) return refuse('set_up_is_over', undefined, 'code');
  const step = await stepOfCode(setUp.secret, proof.code, { now, afterStep: 0 });
  if (step === null) return refuse('authenticator_code_is_wrong', undefined, 'code');
  const row = {
    sealed_secret: keptSecret.seal(tx, personId, setUp.secret),
    last_step: step,
    created_at: now,
  };
  await tx
    .insertInto('auth.authenticators')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
  await notify(tx, 'sign_in.second_factor.set_up', personId);
  const cookie = await strengthenSession(tx, signIn, proof);
  return accept({ recoveryCodes: await replaceRecoveryCodes(tx, signIn, { personId, now }), cookie });
}

/**
 * Proves a second factor: a code of the authenticator, each once, or a recovery code.
 * @returns which it was, and the session’s new cookie; `authenticator_code_is_wrong` on `code`
 */
export async function proveSecondFactor(
  tx: Tx,
  signIn: SignIn,
  proof: Proof,
): Promise<Outcome<{ means: 'authenticator' | 'recovery_code'; cookie: string }>> {
  const digits = /^\d{6}$/.test(proof.code);
  const proved = digits ? await spendStep(tx, proof) : await spendRecoveryCode(tx, signIn, proof);
  if (!proved) return refuse('authenticator_code_is_wrong', undefined, 'code');
  if (!digits) await notify(tx, 'sign_in.recovery_code.used', proof.personId);
  const cookie = await strengthenSession(tx, signIn, proof);
  return accept({ means: digits ? 'authenticator' : 'recovery_code', cookie });
}

async function spendStep(tx: Tx, proof: Proof): Promise<boolean> {
  const row = await tx
    .selectFrom('auth.authenticators')
    .selectAll()
    .where('person_id', '=', proof.personId)
    .forUpdate()
    .executeTakeFirst();
  const secret = row && keptSecret.tryOpen(tx, proof.personId, row.sealed_secret);
  if (!row || !secret) return false;
  const step = await stepOfCode(secret, proof.code, { now: proof.now, afterStep: row.last_step });
  if (step === null) return false;
  await tx
    .updateTable('auth.authenticators')
    .set({ last_step: step })
    .where('person_id', '=', proof.personId)
    .execute();
  return true;
}

/**
 * Takes authenticator, passkeys and recovery codes away from somebody who has lost them, and ends their sessions. Tells
 * them and the audit.
 */
export async function removeFactors(
  tx: Tx,
  who: { personId: string; by: AuditActor; now: Temporal.Instant },
): Promise<void> {
  await tx.deleteFrom('auth.authenticators').where('person_id', '=', who.personId).execute();
  await tx.deleteFrom('auth.recovery_codes').where('person_id', '=', who.personId).execute();
  await tx.deleteFrom('auth.passkeys').where('person_id', '=', who.personId).execute();
  await tx.deleteFrom('auth.known_devices').where('person_id', '=', who.personId).execute();
  await notify(tx, 'sign_in.second_factor.removed', who.personId);
  await tx
    .updateTable('auth.sessions')
    .set({ ended_at: who.now })
    .where('person_id', '=', who.personId)
    .where('ended_at', 'is', null)
    .execute();
  const entry = {
    action: 'sign_in.second_factor.removed',
    outcome: 'done',
    subjectIds: [who.personId],
  } as const;
  await recordAudit(tx, who.by, entry, who.now);
}

const setUpOf = ({ personId, sessionId }: SettingUp, replaced: string) =>
  `set-up of ${personId} in ${sessionId} instead of ${replaced}`;
