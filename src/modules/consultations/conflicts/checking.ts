import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { findPerson } from '../../people/index.ts';
import { enterCare } from '../desk/commands.ts';
import { publish } from '../events.ts';
import type { OnMatter } from '../matter/doing.ts';
import { endReferral } from '../referral/commands.ts';
import { standingOf } from '../referral/rules.ts';
import { findReferral } from '../referral/store.ts';
import { type MatterKey, openMatterKey } from '../sealed/matter-key.ts';
import type { ConsultationServices } from '../services.ts';
import { findMatter } from '../store/matters.ts';
import type { Matter } from '../types.ts';
import { isPossible, readMarks, saltOf } from './compare.ts';
import { checkStanding, type Decision, isCleared, SALT_MINUTES } from './rules.ts';
import { findCheck, markCheck } from './store/checks.ts';
import { listParties } from './store/parties.ts';

interface On {
  readonly matterId: string;
  readonly referralId: string;
  readonly now: Temporal.Instant;
}

/** A referral that is open to its expert, with its check; its matter is locked. Refused: `referral_is_over` */
async function enterCheck(tx: Tx, { matterId, referralId, now }: On) {
  const matter = await findMatter(tx, matterId, 'locked');
  const key = matter && (await openMatterKey(tx, matterId));
  const referral = key && (await findReferral(tx, key, referralId));
  if (!referral) return refuse('referral_is_unknown');
  const standing = standingOf(referral, matter.state, now);
  if (standing !== 'asked' && standing !== 'accepted') return refuse('referral_is_over');
  const check = await findCheck(tx, referralId);
  return accept({ matter, key, check, standing: checkStanding(check, now) });
}

/** Begins a try: its salt lives ten minutes. Refused: `comparison_is_over`, `no_try_is_left` */
export async function beginComparison(tx: Tx, on: On): Promise<Outcome<Matter>> {
  const entered = await enterCheck(tx, on);
  if (!entered.ok) return entered;
  const { matter, check, standing } = entered.value;
  if (standing === 'running') return accept(matter);
  if (standing === 'used_up') return refuse('no_try_is_left');
  if (standing !== 'open') return refuse('comparison_is_over');
  await markCheck(tx, on, {
    tries: (check?.tries ?? 0) + 1,
    try_id: randomUUID(),
    begun_at: on.now,
    until_at: on.now.add({ minutes: SALT_MINUTES }),
  });
  return accept(matter);
}

/** All writings of everybody whom a matter touches; of whoever stays unnamed none of their own. */
async function namesIn(tx: Tx, key: MatterKey, matter: Matter): Promise<readonly string[] | null> {
  const parties = await listParties(tx, key);
  if (!parties) return null;
  const person = matter.isAnonymous ? null : await findPerson(tx, matter.residentId);
  const own = [person?.name, person?.kana, person?.romaji].flatMap((one) => (one ? [one] : []));
  return [...own, ...parties.flatMap(({ names }) => names)];
}

interface Sent {
  readonly tryId: string;
  readonly whole: string;
  readonly parts: string;
}

/**
 * Compares once, and forgets what came. Only “possible” or “none” is kept. Refused: `comparison_is_over` for another's try, one
 * that has run out or was used; `list_has_no_names`
 */
export async function compareNames(
  tx: Tx,
  services: Pick<ConsultationServices, 'secret'>,
  on: On & { readonly sent: Sent },
): Promise<Outcome<'none' | 'possible'>> {
  const entered = await enterCheck(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, check, standing } = entered.value;
  const { tryId, ...sent } = on.sent;
  if (standing !== 'running' || check?.tryId !== tryId) return refuse('comparison_is_over');
  const [whole, parts] = [readMarks(sent.whole), readMarks(sent.parts)];
  if (!whole || !parts || whole.size === 0) return refuse('list_has_no_names');
  const names = await namesIn(tx, key, matter);
  const answer = !names || isPossible(names, { whole, parts }, saltOf(services, tryId)) ? 'possible' : 'none';
  await markCheck(tx, on, {
    ...{ answer, answered_at: on.now },
    ...{ try_id: null, begun_at: null, until_at: null },
  });
  if (answer === 'possible') await tellDesk(tx, matter);
  return accept(answer);
}

const tellDesk = (tx: Tx, { id, residentId }: Matter): Promise<void> =>
  publish(tx, {
    type: 'consultations.conflict.waits',
    ids: { matterId: id, residentId },
    live: ['desk'],
  });

/** The expert would rather be asked by phone. Once. Refused: `comparison_is_over` */
export async function wantCall(tx: Tx, on: On): Promise<Outcome<Matter>> {
  const entered = await enterCheck(tx, on);
  if (!entered.ok) return entered;
  const { matter, check, standing } = entered.value;
  if (isCleared(standing) || standing === 'conflict') return refuse('comparison_is_over');
  if (check?.callWantedAt) return accept(matter);
  await markCheck(tx, on, { call_wanted_at: on.now });
  await tellDesk(tx, matter);
  return accept(matter);
}

type Deciding = Omit<OnMatter, 'as'> & {
  readonly as: 'coordinator';
  readonly referralId: string;
  readonly decision: Decision;
};

/** A coordinator has found out in person. A conflict takes the referral back. */
export async function decideConflict(tx: Tx, on: Deciding): Promise<Outcome<Matter>> {
  const care = await enterCare(tx, on);
  if (!care.ok) return care;
  const entered = await enterCheck(tx, on);
  if (!entered.ok) return entered;
  await markCheck(tx, on, { decision: on.decision, decided_by: care.value.by, decided_at: on.now });
  return on.decision === 'conflict' ? endReferral(tx, on) : accept(care.value.matter);
}
