import { mailboxOf } from '../../../platform/mail/box-of.ts';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import type { Event } from '../types.ts';

const PURPOSE = 'events.registration';
/** Long enough to say how it was; mails lie about for longer. */
const VALID_AFTERWARDS = { hours: 24 * 28 };

type Sealing = Pick<EventServices, 'secret'>;

/** Whoever has this answers for one registration: takes seats, changes its party, gives it up. It says nothing of who they are. */
export function tokenOf({ secret }: Sealing, registrationId: string): string {
  return makeTokens(secret).seal(registrationId, PURPOSE);
}

/** The page of a registration, for every mail about it. */
export function ownPath(services: Sealing, registrationId: string): string {
  return eventsPaths.own({ token: tokenOf(services, registrationId) });
}

/** @returns the registration's id; null for what is none of ours */
export function readToken({ secret }: Sealing, token: string): string | null {
  return makeTokens(secret).unseal(token, PURPOSE);
}

/** Whether links to registrations of an event lead nowhere any more: weeks after its end, whatever day it has got meanwhile. */
export function isLinkOver(
  { state, endsAt }: Pick<Event, 'state' | 'endsAt'>,
  now: Temporal.Instant,
): boolean {
  return state !== 'postponed' && Temporal.Instant.compare(endsAt.add(VALID_AFTERWARDS), now) < 0;
}

/** How many mails a day a mailbox gets that anybody can cause, over all events; no address is kept by it. */
export const limitOfMailbox = ({ secret }: Sealing, email: string) => ({
  subject: `events mailbox ${makeTokens(secret).mark(mailboxOf(email), PURPOSE)}`,
  tries: 6,
  minutes: 1_440,
});
