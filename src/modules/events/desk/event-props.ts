import type { CalledFor } from '../../../platform/parts/public/campaigns.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import type { Seats } from '../seats/rules/seats.ts';
import type { Event, EventLanguage } from '../types.ts';

/** What the page of an event for those who plan it is drawn from. */
export interface DeskEventProps {
  readonly event: Event;
  readonly languages: readonly EventLanguage[];
  readonly seats: readonly Seats[];
  readonly campaign: CalledFor | null;
  /** How many registrations count. */
  readonly registered: number;
  readonly responsible: string | null;
  readonly form: FormState;
  /** The reader has submitted it: somebody else publishes. */
  readonly isOwn: boolean;
  readonly now: Temporal.Instant;
}
