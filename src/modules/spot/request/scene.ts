import type { FormState } from '../../../platform/web/form-state.ts';
import type { Reader } from '../../people/index.ts';
import type { ComingVolunteer } from '../offer/volunteer-card.tsx';
import type { Correction } from '../store/corrections.ts';
import type { Assignment, HistoryLine, SupportRequest, VisitRecord } from '../types.ts';
import type { Office } from './reach-us.tsx';
import type { Waiting } from './waiting.tsx';

/** A request as its requester may see it now. */
export interface RequestScene {
  readonly request: SupportRequest;
  readonly assignment: Assignment | null;
  readonly history: readonly HistoryLine[];
  /** What a coordinator put right, with the reason. */
  readonly corrections: readonly Correction[];
  /** What a coordinator asks; null unless an answer is waited for. */
  readonly question: { readonly threadId: string; readonly words: string } | null;
  readonly volunteer: ComingVolunteer | null;
  /** Who came, or is coming, as the reader of what is written to them. */
  readonly readers: readonly Reader[];
  readonly visit: VisitRecord | null;
  readonly exactAddress: string | null;
  /** The time of day until which cancelling was free the day before; null while it still is. */
  readonly lateUntil: string | null;
  /** Of an open request; null for every other. */
  readonly waiting: Waiting | null;
  /** By when whoever told a worry hears from a coordinator; null while nothing was said about the visit. */
  readonly worryAnsweredBy: Temporal.Instant | null;
  readonly office: Office;
  /** Whether coordinators can call them. */
  readonly hasPhone: boolean;
  /** Whether they have begun another request and not sent it: this one can't become a draft until then. */
  readonly hasDraft: boolean;
  /** Whether the time that a volunteer has said yes to was closed since. */
  readonly isTimeClosed: boolean;
  readonly now: Temporal.Instant;
}

export type RequestProps = RequestScene & { readonly form: FormState };
