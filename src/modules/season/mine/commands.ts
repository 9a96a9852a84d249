import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { callOff } from '../calls/commands.ts';
import { publish } from '../events.ts';
import { daysLeft } from '../rules/days.ts';
import { deleteAlone, lockAloneOf, saveAlone } from '../store/alone.ts';
import { listCallsOf } from '../store/calls.ts';
import type { SaidAlone, Season } from '../types.ts';

interface Saying {
  readonly season: Season;
  readonly today: Temporal.PlainDate;
  readonly byPersonId: string;
  readonly now: Temporal.Instant;
}

/**
 * Somebody will be alone and agrees that coordinators may know. Said again, it stands in the place of what they said
 * before; calls to come on days that are no longer theirs are called off. Refused: `choose_a_coming_day`.
 * @returns its id
 */
export async function sayAlone(tx: Tx, said: SaidAlone, saying: Saying): Promise<Outcome<string>> {
  const { season, today, byPersonId, now } = saying;
  const left = daysLeft(season, today).map(String);
  if (!said.days.every((day) => left.includes(day))) return refuse('choose_a_coming_day', {}, 'days');
  const id = await saveAlone(tx, said, { personId: byPersonId, endsOn: season.to, now });
  await callOffOn(tx, id, {
    byPersonId,
    now,
    isGone: (day) => left.includes(day) && !said.days.includes(day),
  });
  await publish(tx, { type: 'season.alone.said', ids: { aloneId: id, byPersonId }, live: ['desk'] });
  return accept(id);
}

/** Takes it back: nothing of it stays, and whoever would have called is told. Refused: `nobody_is_alone`. */
export async function takeBackAlone(
  tx: Tx,
  { byPersonId, now }: Pick<Saying, 'byPersonId' | 'now'>,
): Promise<Outcome<string>> {
  const id = await lockAloneOf(tx, byPersonId);
  if (!id) return refuse('nobody_is_alone');
  await callOffOn(tx, id, { byPersonId, now, isGone: () => true });
  await deleteAlone(tx, id);
  return accept(id);
}

interface CallingOff {
  readonly byPersonId: string;
  readonly now: Temporal.Instant;
  isGone(day: string): boolean;
}

async function callOffOn(tx: Tx, aloneId: string, { byPersonId, now, isGone }: CallingOff): Promise<void> {
  for (const call of await listCallsOf(tx, [aloneId])) {
    if (call.state !== 'arranged' || !isGone(call.onDay.toString())) continue;
    await callOff(tx, { callId: call.id, as: 'resident', byPersonId, now });
  }
}
