import { type AuditActor, recordAudit } from '../../../platform/audit/record.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type Actor, hasJustShownFactor } from '../../../platform/permissions.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { notify } from '../events.ts';
import { endOtherSessions, strengthenSession } from '../sessions/store.ts';
import type { SignIn } from '../types.ts';
import {
  deleteMeans,
  type Factors,
  findSetUpAt,
  keepAuthenticator,
  lockAuthenticator,
  lockSetUp,
  noteStep,
} from './store/authenticators.ts';
import { replaceRecoveryCodes, spendRecoveryCode } from './store/recovery-codes.ts';
import { newTotpSecret, stepOfCode } from './totp.ts';

const SET_UP_MINUTES = 30;

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
  const since = await findSetUpAt(db, personId);
  return since ? String(since.epochMilliseconds) : 'none';
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
  await lockSetUp(tx, personId);
  const setUp = await continueSetUp(tx, signIn, proof);
  if (!setUp) return refuse('set_up_is_over', undefined, 'code');
  const step = await stepOfCode(setUp.secret, proof.code, { now, afterStep: 0 });
  if (step === null) return refuse('authenticator_code_is_wrong', undefined, 'code');
  await keepAuthenticator(tx, personId, { secret: setUp.secret, step, now });
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

async function spendStep(tx: Tx, { personId, code, now }: Proof): Promise<boolean> {
  const kept = await lockAuthenticator(tx, personId);
  if (!kept) return false;
  const step = await stepOfCode(kept.secret, code, { now, afterStep: kept.lastStep });
  if (step === null) return false;
  await noteStep(tx, personId, step);
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
  await deleteMeans(tx, who.personId);
  await notify(tx, 'sign_in.second_factor.removed', who.personId);
  await endOtherSessions(tx, { except: null, personId: who.personId, now: who.now });
  const entry = {
    action: 'sign_in.second_factor.removed',
    outcome: 'done',
    subjectIds: [who.personId],
  } as const;
  await recordAudit(tx, who.by, entry, who.now);
}

const setUpOf = ({ personId, sessionId }: SettingUp, replaced: string) =>
  `set-up of ${personId} in ${sessionId} instead of ${replaced}`;
