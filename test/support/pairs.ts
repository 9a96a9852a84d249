import { insertApplication, updateApplication } from '../../src/modules/pairs/applications/store.ts';
import type { Facts } from '../../src/modules/pairs/facts.ts';
import { insertFee, listFees } from '../../src/modules/pairs/fees/store.ts';
import { insertPair, updatePair } from '../../src/modules/pairs/pair/store.ts';
import { endOfPair } from '../../src/modules/pairs/rules.ts';
import type { ApplicationState, PairState, Purpose, Side } from '../../src/modules/pairs/types.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import type { Tx } from '../../src/platform/database/connect.ts';

interface Applying {
  readonly side: Side;
  readonly name?: string;
  /** Absent: somebody new. */
  readonly personId?: string;
  readonly withIds?: readonly string[];
  readonly state?: ApplicationState;
  readonly purposes?: readonly Purpose[];
  readonly facts?: Partial<Facts>;
  readonly places?: 1 | 2 | 3;
  readonly now: Temporal.Instant;
}

/** The ways on which an application comes to a state. */
const TO: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  submitted: [],
  accepted: ['accepted'],
  declined: ['declined'],
  ready: ['accepted', 'ready'],
  paused: ['accepted', 'ready', 'paused'],
  withdrawn: ['withdrawn'],
  expired: ['accepted', 'ready', 'expired'],
  ended: ['accepted', 'ready', 'ended'],
};

/** Somebody who has applied, as far as a test needs them: ready unless said. */
export async function applyForPair(tx: Tx, applying: Applying): Promise<{ id: string; personId: string }> {
  const { side, now, state = 'ready', places = 1, purposes = ['talk'], withIds = [] } = applying;
  const personId =
    applying.personId ?? (await createPerson(tx, { name: applying.name ?? side, weekly: [], now })).id;
  const facts = { isOnlineOk: true, reachKilometers: 10, ...applying.facts } as Facts;
  const id = await insertApplication(tx, {
    ...{ side, personId, withIds, purposes, facts, places, now },
    enteredBy: null,
    emergencyContact: null,
    pledgedAt: now,
  });
  for (const next of TO[state])
    await updateApplication(tx, id, {
      state: next,
      ...(next === 'ready' && { ready_at: now }),
      ...(next === 'paused' && { paused_at: now }),
      ...(!['accepted', 'ready', 'paused'].includes(next) && { ended_at: now }),
    });
  return { id, personId };
}

const ON_THE_WAY: readonly PairState[] = ['offered', 'introduction', 'active'];

interface Pairing {
  readonly volunteerApplicationId: string;
  readonly residentApplicationId: string;
  readonly coordinatorId: string;
  /** Proposed unless said. */
  readonly state?: PairState;
  /** The first of the six months; the day of `now` unless said. */
  readonly startedOn?: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

/** Two who are in a pair, in a state that a test needs. @returns the pair's id */
export async function pairUp(tx: Tx, pairing: Pairing): Promise<string> {
  const { volunteerApplicationId, residentApplicationId, coordinatorId, state = 'proposed', now } = pairing;
  const id = await insertPair(tx, {
    ...{ volunteerApplicationId, residentApplicationId, coordinatorId, now },
    roundId: null,
    reasons: { codes: [], words: '' },
    fit: 500,
    answerBy: now.add({ hours: 24 * 7 }),
  });
  if (id === null) throw new Error('one of them has no free place');
  if (state === 'proposed') return id;
  if (state === 'fell_through') {
    await updatePair(tx, id, { state, over_at: now });
    return id;
  }
  const startedOn = pairing.startedOn ?? now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const days = { started_on: startedOn, ends_on: endOfPair(startedOn) };
  for (const next of ON_THE_WAY) {
    await updatePair(tx, id, {
      state: next,
      ...(next === 'offered' && { offered_at: now }),
      ...(next === 'active' && { ...days, answer_by: null }),
    });
    if (next === state) return id;
  }
  if (state === 'paused') await updatePair(tx, id, { state, paused_on: startedOn });
  else await updatePair(tx, id, { state, over_at: now, ending: state === 'completed' ? 'planned' : 'told' });
  return id;
}

/** Somebody is asked for the fee of registering, less than in full. @returns the fee's id */
export async function askForFee(
  tx: Tx,
  asked: { readonly applicationId: string; readonly amount: number; readonly now: Temporal.Instant },
): Promise<string> {
  const { applicationId, amount, now: dueAt } = asked;
  await insertFee(tx, {
    applicationId,
    kind: 'registration',
    pairId: null,
    full: 1000,
    amount,
    state: 'due',
    dueAt,
  });
  const [fee] = await listFees(tx, applicationId);
  if (!fee) throw new Error('nothing was asked for');
  return fee.id;
}
