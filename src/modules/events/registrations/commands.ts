import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { moveSeats } from '../seats/move-seats.ts';
import { givesSeats } from '../seats/rules/decide.ts';
import { canBecome, fits, freeOf, keyOf, needOf, type Seats } from '../seats/rules/seats.ts';
import { lockEvent } from '../store/events.ts';
import {
  findAsked,
  findOpenRegistration,
  insertRegistration,
  type NewRegistration,
  rewriteAsked,
  updateRegistration,
  writeParty,
} from '../store/registrations.ts';
import { listSeats, whileTakenCounts } from '../store/seats.ts';
import type { Attendee, Event } from '../types.ts';
import { does, enter, note, type OnRegistration, type RegistrationScene } from './doing.ts';

export const PARTY_AT_MOST = 10;
/** One address is asked to prove itself once a day for one event. */
const ASKED_AGAIN = { hours: 24 };

/** Whether somebody may register now, and with such a party. */
export function mayRegister(
  event: Pick<Event, 'state' | 'startsAt' | 'registrationClosesAt'>,
  seats: readonly Pick<Seats, 'kind' | 'language'>[],
  party: readonly Attendee[],
  now: Temporal.Instant,
): Outcome<null> {
  const isLate = Temporal.Instant.compare(now, event.registrationClosesAt) >= 0;
  if (event.state !== 'published' || isLate) return refuse('registration_is_closed');
  if (party.length === 0 || party.length > PARTY_AT_MOST)
    return refuse('party_of_one_to_ten', { most: PARTY_AT_MOST }, 'adults');
  const counted = new Set(seats.map(keyOf));
  const unknown = [...needOf(party).keys()].find(
    (key) => /^(craft|interpretation)/.test(key) && !counted.has(key),
  );
  return unknown ? refuse('seat_is_not_offered', {}, 'interpretation') : accept(null);
}

interface Registered {
  readonly registrationId: string;
  /** They had registered before: nothing is new. */
  readonly isAgain: boolean;
  /** A mail goes to an address that anybody may have written there. */
  readonly isAsked: boolean;
}

/**
 * Registers a party. Whose mail address is proved has seats at once, or waits; everybody else takes none before they have
 * followed the link of their mail. Who has registered before keeps what they have. However often a form is sent with one
 * address, it gets one mail a day to prove itself: anybody can write it there.
 * @param isProved the address is that of the account which is signed in
 */
export async function register(
  tx: Tx,
  {
    isProved,
    now,
    ...registration
  }: Omit<NewRegistration, 'endsAt'> & {
    readonly isProved: boolean;
    readonly now: Temporal.Instant;
  },
): Promise<Outcome<Registered>> {
  const { eventId, email, personId, party } = registration;
  const event = await lockEvent(tx, eventId);
  if (!event) return refuse('event_is_unknown');
  const may = mayRegister(event, await listSeats(tx, eventId), party, now);
  if (!may.ok) return may;
  if (isProved) {
    const before = await findOpenRegistration(tx, eventId, { personId, email });
    if (before) return accept({ registrationId: before.id, isAgain: true, isAsked: false });
  }
  const whole = { ...registration, endsAt: event.endsAt };
  // Also of whoever is signed in: what waits for the address, anybody may have sent, and it stands in nobody's way.
  const asked = await findAsked(tx, { eventId, email });
  if (asked) await rewriteAsked(tx, asked.id, whole, now);
  const registrationId = asked?.id ?? (await insertRegistration(tx, whole, now));
  if (isProved) {
    const proved = await prove(tx, { registrationId, as: 'registrant', byPersonId: personId, now });
    return proved.ok ? accept({ registrationId, isAgain: false, isAsked: false }) : proved;
  }
  const lastAt = asked?.lastAt;
  const isAsked = !lastAt || Temporal.Instant.compare(lastAt.add(ASKED_AGAIN), now) <= 0;
  const asks = { id: registrationId, eventId };
  if (isAsked)
    await note(tx, { registration: asks, act: 'ask', from: null, to: 'asked', byPerson: null, at: now });
  return accept({ registrationId, isAgain: asked !== null, isAsked });
}

const seat = does('seat', async (tx, { event, registration }, { now }) => {
  if (!givesSeats(event, now)) return refuse('event_has_begun');
  if (registration.state === 'waiting' && event.lastCallAt === null)
    return refuse('seats_are_offered_in_turn');
  if (registration.state !== 'offered' && !(await hasRoom(tx, registration))) return refuse('seats_are_gone');
  return accept({ changes: { waiting_since: null } });
});
const wait = does('wait', (_, __, { now }) => accept({ changes: { waiting_since: now } }));
const cancel = does('cancel', (_, { event }, { now }) =>
  givesSeats(event, now) || event.state === 'postponed' ? accept({}) : refuse('event_has_begun'),
);
const pass = does('pass');

async function hasRoom(
  tx: Tx,
  { eventId, party }: Pick<RegistrationScene['registration'], 'eventId' | 'party'>,
): Promise<boolean> {
  return fits(freeOf(await listSeats(tx, eventId)), needOf(party));
}

/** The address has proved itself: the party has its seats now, or a place among those who wait. */
export async function prove(tx: Tx, on: OnRegistration): Promise<Outcome<RegistrationScene>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { event, registration } = entered.value;
  if (registration.state !== 'asked') return accept(entered.value);
  const before = await findOpenRegistration(tx, event.id, registration);
  if (before) return refuse('registered_already');
  const may = mayRegister(event, await listSeats(tx, event.id), registration.party, on.now);
  if (!may.ok) return may;
  return (await hasRoom(tx, registration)) ? seat(tx, on) : wait(tx, on);
}

/** Takes what was offered; in the last hours what is free, whoever comes first. */
export const takeSeats = seat;

/** Does not take the offer: it goes on to whoever is next. */
export const declineOffer = andMoveSeats(pass);

/** Gives it up, in whatever state: what was taken goes on to whoever waits. */
export const cancelRegistration = andMoveSeats(cancel);

function andMoveSeats(act: typeof cancel): typeof cancel {
  return async (tx, on) => {
    const done = await act(tx, on);
    if (done.ok) await moveSeats(tx, done.value.event.id, on.now);
    return done;
  };
}

/** Others come along, or fewer. Refused where there are not seats for all of them: then everything stays. */
export async function changeParty(
  tx: Tx,
  { party, ...on }: OnRegistration & { readonly party: readonly Attendee[] },
): Promise<Outcome<RegistrationScene>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { event, registration } = entered.value;
  const { id, state } = registration;
  if (state !== 'seated' && state !== 'waiting') return refuse('registration_is_elsewhere');
  if (!givesSeats(event, on.now)) return refuse('event_has_begun');
  const may = mayRegister({ ...event, state: 'published' }, await listSeats(tx, event.id), party, on.now);
  if (!may.ok && may.refusal.field) return may;
  if (state === 'waiting') await writeParty(tx, id, party);
  else {
    const seats = await listSeats(tx, event.id);
    if (!canBecome(seats, needOf(registration.party), needOf(party)))
      return refuse('not_seats_for_all', {}, 'adults');
    // The database lets a party change only while it takes no seat.
    await whileTakenCounts(tx, event.id, async () => {
      await updateRegistration(tx, id, { state: 'waiting', waiting_since: on.now });
      await writeParty(tx, id, party);
      await updateRegistration(tx, id, { state: 'seated', waiting_since: null });
    });
  }
  await note(tx, {
    registration,
    act: 'change',
    from: state,
    to: state,
    byPerson: on.byPersonId,
    at: on.now,
  });
  await moveSeats(tx, event.id, on.now);
  return accept({ event, registration: { ...registration, party } });
}
