import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { publish } from '../events.ts';
import { type CheckChanges, findCheck, findOpenOf, insertCheck, updateCheck } from '../store/checks.ts';
import { findFact, insertFact, updateFact, type WrittenFact } from '../store/facts.ts';
import type { Check, Fact } from '../types.ts';
import { checkLife } from './life.ts';

export interface OnCheck {
  readonly checkId: string;
  readonly as: 'volunteer' | 'coordinator' | 'house';
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
  /** Of the fact, as the page had shown it; absent where it does not matter. */
  readonly version?: number | undefined;
}

interface Ending {
  readonly changes: CheckChanges;
}

const { does } = doing<typeof checkLife.acts, OnCheck, Check, Ending, Check>({
  life: checkLife,
  unknown: 'check_is_unknown',
  lock: (tx, { checkId }) => findCheck(tx, checkId, 'locked'),
  stateOf: ({ state }) => state,
  partyOf: ({ as }) => as,
  isTheirs: ({ volunteerId }, { as, byPersonId }) =>
    as === 'volunteer' && volunteerId !== byPersonId ? refuse('check_is_unknown') : accept(null),
  async move(tx, { from, to, scene, ending }) {
    await updateCheck(tx, scene.id, { ...ending.changes, ...(to && to !== from && { state: to }) });
  },
  tell: (tx, type, { scene, on }) =>
    publish(tx, {
      type,
      ids: { ...idsOf(scene), ...(on.byPersonId && { byPersonId: on.byPersonId }) },
      live: ['desk'],
    }),
  done: (check) => check,
});

const idsOf = ({ id, factId, volunteerId }: Pick<Check, 'id' | 'factId' | 'volunteerId'>) => ({
  ...{ checkId: id, factId, volunteerId },
});

/** Puts a fact to a volunteer, who is told. */
export async function askToCheck(
  tx: Tx,
  asked: Pick<Check, 'factId' | 'volunteerId'>,
  now: Temporal.Instant,
): Promise<void> {
  const id = await insertCheck(tx, asked, now);
  const live = [`person:${asked.volunteerId}`];
  await publish(tx, { type: 'guides.check.asked', ids: idsOf({ id, ...asked }), live });
}

/** It is still so, from today on. Refuses whoever has read other words than stand there by now (`fact_was_written_anew`). */
export const confirmFact = does('confirm', async (tx, { factId }, { now, version, byPersonId }) => {
  const fact = await findFact(tx, factId, 'locked');
  if (version !== undefined && version !== fact?.version) return refuse('fact_was_written_anew');
  await verify(tx, { factId, byPersonId, now });
  return accept({ changes: { answered_at: now } });
});

/** It is not so any more: a coordinator looks at what they found, and whoever writes the fact just now sees it first. */
export const reportChange = does(
  'report',
  async (tx, { factId }, { now, found }: OnCheck & { readonly found: string }) => {
    await updateFact(tx, factId, {});
    return accept({ changes: { answered_at: now, words: found } });
  },
);
export const passCheck = does('pass', (_, __, { now }) => accept({ changes: { answered_at: now } }));
export const lapseCheck = does('lapse', (_, __, { now }) => accept({ changes: { answered_at: now } }));

const settle = does('settle', (_, __, { byPersonId }) => accept({ changes: { settled_by: byPersonId } }));

interface OnFact {
  readonly factId: string;
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
  readonly version?: number | undefined;
}

/** Found right as it stands: what a volunteer had said of it is settled. */
export async function keepFact(tx: Tx, on: OnFact): Promise<Outcome<Fact>> {
  const fact = await lockFact(tx, on);
  if (!fact.ok) return fact;
  await verify(tx, on);
  return settleOf(tx, on, fact.value);
}

/** Writes a fact anew; what a volunteer had said of it is settled, and every page that names it says the new. */
export async function writeFact(tx: Tx, on: OnFact & { readonly fact: WrittenFact }): Promise<Outcome<Fact>> {
  const fact = await lockFact(tx, on);
  if (!fact.ok) return fact;
  const missing = officeLacks(on.fact);
  if (missing) return missing;
  await updateFact(tx, on.factId, withVerifier(on.fact, fact.value, on));
  return settleOf(tx, on, fact.value);
}

async function lockFact(tx: Tx, { factId, version }: OnFact): Promise<Outcome<Fact>> {
  const fact = await findFact(tx, factId, 'locked');
  if (!fact) return refuse('fact_is_unknown');
  return version !== undefined && version !== fact.version ? refuse('fact_has_changed_since') : accept(fact);
}

async function settleOf(tx: Tx, { byPersonId, now }: OnFact, fact: Fact): Promise<Outcome<Fact>> {
  const check = await findOpenOf(tx, fact.id);
  if (check?.state !== 'changed') return accept(fact);
  const settled = await settle(tx, { checkId: check.id, as: 'coordinator', byPersonId, now });
  return settled.ok ? accept(fact) : settled;
}

async function verify(tx: Tx, { factId, byPersonId, now }: OnFact): Promise<void> {
  const fact = await findFact(tx, factId, 'locked');
  const today = dayInJapan(now);
  if (fact)
    await updateFact(tx, factId, {
      verified_on: today,
      verified_by: byPersonId,
      next_check_on: today.add({ days: fact.everyDays }),
    });
}

/** Writes a new fact. Refused beside the field: an office without a field (`office_needs_a_field`) */
export async function addFact(
  tx: Tx,
  { fact, byPersonId, now }: Omit<OnFact, 'factId'> & { readonly fact: WrittenFact },
): Promise<Outcome<string>> {
  const missing = officeLacks(fact);
  if (missing) return missing;
  return accept(await insertFact(tx, withVerifier(fact, null, { byPersonId, now }), now));
}

const officeLacks = ({ kind, fields }: WrittenFact) =>
  kind === 'office' && !fields?.length ? refuse('office_needs_a_field', {}, 'fields') : null;

/** Who has looked: whoever writes it as looked at today, else whoever had before. */
function withVerifier(
  fact: WrittenFact,
  before: Fact | null,
  { byPersonId, now }: Pick<OnFact, 'byPersonId' | 'now'>,
): WrittenFact {
  if (!fact.verifiedOn) return { ...fact, verifiedBy: null };
  const isKept = before?.verifiedOn?.equals(fact.verifiedOn) || !fact.verifiedOn.equals(dayInJapan(now));
  return { ...fact, verifiedBy: isKept ? (before?.verifiedBy ?? null) : byPersonId };
}
