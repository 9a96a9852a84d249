import type { Database } from '../../../platform/database/connect.ts';
import { ask } from '../../../platform/database/questions.ts';
import type { Role } from '../../../platform/permissions.ts';
import { findDraft } from '../ask/draft.ts';
import { listCurrentRequests, type RequestSummary } from '../store/lists/of-requester.ts';
import { listVisitsAhead, type VolunteerVisit } from '../store/lists/of-volunteer.ts';
import { offersOfVolunteer } from '../store/lists/offer-cards.ts';

/** What of Spot lies ahead of somebody, in whatever part they have. */
export interface Ahead {
  /** A volunteer's visits that are to come, under way or to be reported, the soonest first. */
  readonly visits: readonly VolunteerVisit[];
  /** How many requests wait for a volunteer's answer. */
  readonly offerCount: number;
  /** A resident's requests that have not ended: with a meeting first, the soonest before the others. */
  readonly requests: readonly RequestSummary[];
  readonly hasDraft: boolean;
  /** When it was looked up: what should be over by then says so. */
  readonly now: Temporal.Instant;
}

/** Collects what lies ahead of somebody: two queries for each part that they have. */
export async function findAhead(
  db: Database,
  personId: string,
  about: { readonly roles: ReadonlySet<Role>; readonly now: Temporal.Instant },
): Promise<Ahead> {
  const { roles, now } = about;
  const isVolunteer = roles.has('volunteer');
  const visits = isVolunteer ? await listVisitsAhead(db, personId) : [];
  const offers = isVolunteer ? await ask(db, offersOfVolunteer(db, personId, now)) : [];
  const requests = await listCurrentRequests(db, personId);
  const draft = await findDraft(db, personId);
  return {
    visits,
    offerCount: offers.length,
    requests: requests.toSorted(bySoonest),
    hasDraft: draft !== null,
    now,
  };
}

function bySoonest(a: RequestSummary, b: RequestSummary): number {
  if (a.startsAt && b.startsAt) return Temporal.Instant.compare(a.startsAt, b.startsAt);
  return (a.startsAt ? 0 : 1) - (b.startsAt ? 0 : 1);
}
