import type { Tx } from '../../../platform/database/connect.ts';
import { accept } from '../../../platform/refusal.ts';
import { does, note, type OnRegistration } from '../registrations/doing.ts';
import { lockEvent, markLastCall } from '../store/events.ts';
import { listRegistrations, listWaiting } from '../store/registrations.ts';
import { listSeats } from '../store/seats.ts';
import { decideMoves } from './rules/decide.ts';

const offer = does('offer', (_, __, { until }: OnRegistration & { readonly until: Temporal.Instant }) =>
  accept({ changes: { offered_until: until } }),
);
const pass = does('pass');

/**
 * The one way in which seats go from one to another: called with every change of seats, registrations and parties, and by
 * the clock. Holds the event's lock, ends offers that were not taken, makes those that are due, and calls for the last time.
 */
export async function moveSeats(tx: Tx, eventId: string, now: Temporal.Instant): Promise<void> {
  const event = await lockEvent(tx, eventId);
  if (!event) return;
  const [waiting, offered] = [
    await listWaiting(tx, eventId),
    await listRegistrations(tx, eventId, ['offered']),
  ];
  const moves = decideMoves({ event, seats: await listSeats(tx, eventId), waiting, offered, now });
  const by = { as: 'house', byPersonId: null, now } as const;
  for (const { id } of moves.passed) await pass(tx, { ...by, registrationId: id });
  for (const { registration, until } of moves.offered)
    await offer(tx, { ...by, registrationId: registration.id, until });
  if (!moves.isLastCall) return;
  await markLastCall(tx, eventId, now);
  for (const registration of waiting)
    await note(tx, { registration, act: 'call', from: 'waiting', to: 'waiting', byPerson: null, at: now });
}
