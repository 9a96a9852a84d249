import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';

const PURPOSE = 'events.registration';

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
