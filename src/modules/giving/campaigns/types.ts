import type { Locale } from '../../../platform/languages/locales.ts';

/** What a campaign says in one language; in Easy Japanese with readings. */
export interface CampaignWords {
  readonly title: string;
  readonly lead: string;
  /** Paragraphs between empty lines. */
  readonly story: string;
  /** What the money is for, one by one. */
  readonly uses: readonly string[];
  /** What each of the campaign's amounts makes possible, in their order. */
  readonly tiers: readonly string[];
}

export interface Goal {
  /** Whole yen. */
  readonly jpy: number;
  /** New monthly supporters; null where a campaign asks for money only. */
  readonly supporters: number | null;
}

/** A goal that was public, and until when. */
export interface FormerGoal extends Goal {
  readonly heldUntil: Temporal.Instant;
}

/** A call for gifts over some weeks: one set of figures for all languages. */
export interface Campaign {
  readonly id: string;
  readonly slug: string;
  readonly beginsOn: Temporal.PlainDate;
  /** Its last day. */
  readonly endsOn: Temporal.PlainDate;
  readonly goal: Goal;
  /** Amounts in yen, the smallest first. */
  readonly tiers: readonly number[];
  readonly texts: Partial<Readonly<Record<Locale, CampaignWords>>>;
  /** Languages whose words a machine made and no reader of them has checked. */
  readonly machineMade: readonly Locale[];
  /** Null as long as only staff see it. */
  readonly publishedAt: Temporal.Instant | null;
  readonly version: number;
}

/** What happened on the way, in every language. */
export interface CampaignUpdate {
  readonly id: string;
  readonly happenedOn: Temporal.PlainDate;
  readonly texts: Readonly<Record<Locale, string>>;
}

/** What has come in for a campaign. */
export interface Progress {
  /** Whole yen, all gifts together. */
  readonly jpy: number;
  readonly gifts: number;
  /** New monthly supporters. */
  readonly supporters: number;
}
