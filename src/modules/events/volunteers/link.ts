import type { Database } from '../../../platform/database/connect.ts';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { isApprovedVolunteer } from '../../trust/index.ts';
import { isDoorOpen } from '../door/press.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import { findEvent } from '../store/events.ts';
import { findHelper, type Helper } from '../store/helpers.ts';
import type { Event } from '../types.ts';

const PURPOSE = 'events.door';
/** What was pressed without network is sent the same evening. */
const STAYS_OPEN = { hours: 24 };

/** The list at the door for one volunteer on one day, without signing in. */
export function doorLink({ secret }: Pick<EventServices, 'secret'>, helperId: string): string {
  return eventsPaths.helperDoor({ token: makeTokens(secret).seal(helperId, PURPOSE) });
}

/** From a day before the start to a day after the end: names of strangers are for nobody's pocket. */
export function isLinkOpen(event: Event, now: Temporal.Instant): boolean {
  return isDoorOpen(event, now) && Temporal.Instant.compare(now, event.endsAt.add(STAYS_OPEN)) <= 0;
}

/** @returns null for what is none of ours, and once somebody does not help there any more, or may not be asked to help at all */
export async function findByLink(
  { secret }: Pick<EventServices, 'secret'>,
  { db, token, now }: { readonly db: Database; readonly token: string; readonly now: Temporal.Instant },
): Promise<{ readonly event: Event; readonly helper: Helper } | null> {
  const id = makeTokens(secret).unseal(token, PURPOSE);
  const helper = id ? await findHelper(db, id) : null;
  if (!helper || helper.isEnded || !(await isApprovedVolunteer(db, helper.personId, now))) return null;
  const event = await findEvent(db, helper.eventId);
  return event ? { event, helper } : null;
}
