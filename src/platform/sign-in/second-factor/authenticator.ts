import type { Database, Tx } from '../../database/connect.ts';
import { accept, type Outcome, refuse } from '../../refusal.ts';
import { sealedColumn } from '../../sealed/column.ts';
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

/** A new means may be added by who has shown one already, or has none yet: never by the code by mail alone beside others. */
export function mayAddFactor(factors: Factors, strong: 'strong' | 'weak'): boolean {
  return strong === 'strong' || (!factors.authenticator && factors.passkeys === 0);
}

/** A set-up under way: the secret travels in the form, sealed for this person, until a first code proves it. */
export interface SetUp {
  readonly secret: string;
  readonly sealed: string;
}

export function beginSetUp(signIn: SignIn, personId: string, now: Temporal.Instant): SetUp {
  const secret = newTotpSecret();
  return { secret, sealed: signIn.keys.seal(`${now.epochMilliseconds} ${secret}`, setUpOf(personId)) };
}

/** The same set-up again, from its form. @returns null when it is older than half an hour or not this person's */
export function continueSetUp(
  signIn: SignIn,
  personId: string,
  form: { sealed: string; now: Temporal.Instant },
): SetUp | null {
  const [startedAt, secret] = (signIn.keys.unseal(form.sealed, setUpOf(personId)) ?? '').split(' ');
  const age = form.now.epochMilliseconds - Number(startedAt);
  return secret && age < SET_UP_MINUTES * 60_000 ? { secret, sealed: form.sealed } : null;
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
 * @returns new recovery codes to be shown once; `set_up_is_over` or `authenticator_code_is_wrong` on `code`
 */
export async function finishSetUp(
  tx: Tx,
  signIn: SignIn,
  proof: Proof & { sealed: string },
): Promise<Outcome<string[]>> {
  const { personId, now } = proof;
  const setUp = continueSetUp(signIn, personId, proof);
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
  await strengthenSession(tx, proof.sessionId, now);
  return accept(await replaceRecoveryCodes(tx, signIn, { personId, now }));
}

/**
 * Proves a second factor: a code of the authenticator, each once, or a recovery code.
 * @returns which it was; `authenticator_code_is_wrong` on `code`
 */
export async function proveSecondFactor(
  tx: Tx,
  signIn: SignIn,
  proof: Proof,
): Promise<Outcome<'authenticator' | 'recovery_code'>> {
  const digits = /^\d{6}$/.test(proof.code);
  const proved = digits ? await spendStep(tx, proof) : await spendRecoveryCode(tx, signIn, proof);
  if (!proved) return refuse('authenticator_code_is_wrong', undefined, 'code');
  await strengthenSession(tx, proof.sessionId, proof.now);
  return accept(digits ? 'authenticator' : 'recovery_code');
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

/** Takes authenticator, passkeys and recovery codes away from somebody who has lost them, and ends their sessions. */
export async function removeFactors(tx: Tx, who: { personId: string; now: Temporal.Instant }): Promise<void> {
  await tx.deleteFrom('auth.authenticators').where('person_id', '=', who.personId).execute();
  await tx.deleteFrom('auth.recovery_codes').where('person_id', '=', who.personId).execute();
  await tx.deleteFrom('auth.passkeys').where('person_id', '=', who.personId).execute();
  await tx
    .updateTable('auth.sessions')
    .set({ ended_at: who.now })
    .where('person_id', '=', who.personId)
    .where('ended_at', 'is', null)
    .execute();
}

const setUpOf = (personId: string) => `set-up of ${personId}`;
