import type { Tx } from '../../../platform/database/connect.ts';
import type { ActOn } from '../perform.ts';
import type { RequestState } from '../transitions.ts';
import type { Doer, RedirectTarget, RequestForm } from '../types.ts';
import type { RequestTimes } from './request-times.ts';

/** What people say along the way. What is missing is not said. */
export interface RequestWords {
  /** A coordinator's rendering of the requester's words in Japanese. */
  readonly japanese?: string;
  /** What the coordinator asks back, and the answer in the requester's language. */
  readonly question?: string;
  readonly answer?: string;
  /** Between the two who will meet, in turns, the volunteer first. */
  readonly messages?: readonly string[];
  /** To the requester, of a refusal, a redirection or a cancellation by the organization. */
  readonly outcome?: string;
  /** Why somebody cancelled, stepped back, or was not met. */
  readonly reason?: string;
  readonly report?: string;
  readonly learned?: string;
  readonly thanks?: string;
  readonly unsafe?: string;
}

/** A request and all that will happen to it. */
export interface RequestToBe {
  readonly state: RequestState;
  readonly requesterId: string;
  readonly coordinatorId: string;
  /** Asked before others where they fit; the first of them says yes. Without any, the best by the ranking. */
  readonly volunteerIds?: readonly string[];
  readonly form: RequestForm;
  /** Keeps the photos that go with it when it is sent; returns their ids. */
  readonly keepPhotos?: (tx: Tx) => Promise<readonly string[]>;
  readonly times: RequestTimes;
  readonly words: RequestWords;
  readonly redirectTo?: RedirectTarget;
  /** A length that the coordinator puts right, with the reason. */
  readonly correction?: { readonly durationMinutes: number; readonly reason: string };
  /** The volunteer who said yes steps back again, with this reason; the request is open again. */
  readonly stepsBack?: string;
  readonly solution?: 'solved' | 'partly' | 'not_solved';
  readonly cancelledBy?: 'requester' | 'coordinator';
  /** Cancelled only after both had said yes. */
  readonly isCancelledAfterYes?: boolean;
  /** Open, but nobody has been asked yet. */
  readonly isNotAskedYet?: boolean;
}

/** What has come of a request so far. */
export interface Story {
  requestId: string;
  askedIds: readonly string[];
  volunteerId: string | null;
}

/** Somebody acting on a story's request. */
export function on(
  story: Story,
  party: Doer['party'],
  personId: string | null,
  now: Temporal.Instant,
): ActOn {
  return { requestId: story.requestId, doer: { personId, party, now } };
}

export function later(at: Temporal.Instant, minutes: number): Temporal.Instant {
  return at.add({ minutes });
}
