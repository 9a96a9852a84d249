import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { publish } from '../events.ts';
import { lockAlone } from '../store/alone.ts';
import { findCall, insertCall, isPromised, lockCall, updateCall } from '../store/calls.ts';
import { lockHourById } from '../store/hours.ts';
import type { Call } from '../types.ts';
import { mayCall } from './guard.ts';
import { callLife } from './life.ts';

interface OnCall {
  readonly callId: string;
  readonly as: 'coordinator' | 'volunteer' | 'resident' | 'house';
  /** Nobody, where the house does it. */
  readonly byPersonId?: string;
  readonly now: Temporal.Instant;
}

/** The pages that show a call. */
const liveOf = ({ residentId, volunteerId }: Call) => [
  'desk',
  `person:${residentId}`,
  `person:${volunteerId}`,
];
const idsOf = ({ id, residentId, volunteerId }: Call, byPersonId: string | undefined) => ({
  ...{ callId: id, residentId, volunteerId },
  ...(byPersonId !== undefined && { byPersonId }),
});

const { does } = doing<typeof callLife.acts, OnCall, Call, object, Call>({
  life: callLife,
  unknown: 'call_is_over',
  lock: (tx, { callId }) => lockCall(tx, callId),
  stateOf: ({ state }) => state,
  partyOf: ({ as }) => as,
  async move(tx, { to, scene, on }) {
    if (to) await updateCall(tx, scene.id, to, on.now);
  },
  tell: (tx, type, { scene, on }) =>
    publish(tx, { type, ids: idsOf(scene, on.byPersonId), live: liveOf(scene) }),
  done: (call) => call,
});

/** They have talked. */
export const makeCall = does('call');
/** Nobody answered: coordinators look for another time. */
export const missCall = does('miss');
export const callOff = does('call_off');

interface Arranging {
  readonly aloneId: string;
  readonly hourId: string;
  readonly byPersonId: string;
  readonly now: Temporal.Instant;
}

/**
 * Somebody calls somebody: one call an hour, on a day to come on which the other is alone. Nobody arranges one for
 * themselves; that two must not meet reads as an hour that is gone. Refused: `nobody_is_alone`, `hour_is_gone`,
 * `not_on_that_day`.
 */
export async function arrangeCall(
  tx: Tx,
  { aloneId, hourId, byPersonId, now }: Arranging,
): Promise<Outcome<Call>> {
  const alone = await lockAlone(tx, aloneId);
  if (!alone || alone.personId === byPersonId) return refuse('nobody_is_alone');
  const hour = await lockHourById(tx, hourId);
  if (!hour || hour.personId === alone.personId || (await isPromised(tx, hourId)))
    return refuse('hour_is_gone');
  const isOver = Temporal.PlainDate.compare(hour.onDay, dayInJapan(now)) < 0;
  const two = { volunteerId: hour.personId, residentId: alone.personId };
  if (isOver || !(await mayCall(tx, two, now))) return refuse('hour_is_gone');
  if (!alone.days.includes(hour.onDay.toString())) return refuse('not_on_that_day');
  const call = await findCall(tx, await insertCall(tx, { aloneId, hourId, by: byPersonId, now }));
  if (!call) throw new Error('what was just written is not there');
  await publish(tx, { type: 'season.call.arranged', ids: idsOf(call, byPersonId), live: liveOf(call) });
  return accept(call);
}
