/** A day on which experts sit at tables: so many times one behind the other, the same for everybody. */
export interface ExpertDay {
  readonly times: number;
  readonly experts: readonly DayExpert[];
  readonly interpreters: readonly DayInterpreter[];
  readonly matters: readonly DayMatter[];
}

export interface DayExpert {
  readonly id: string;
  readonly fields: readonly string[];
  /** In which they advise without an interpreter. Japanese is one of them in any case. */
  readonly languages: readonly string[];
}

export interface DayInterpreter {
  readonly id: string;
  /** やさしい日本語 is one. */
  readonly languages: readonly string[];
}

export interface DayMatter {
  readonly id: string;
  readonly field: string;
  readonly language: string;
  /** The more, the more urgent: 1 to 3. */
  readonly urgency: number;
  /** By the hand of a coordinator: with this expert, or not at all. */
  readonly expertId: string | null;
}

export interface DaySeat {
  readonly matterId: string;
  readonly expertId: string;
  /** Null where the expert speaks the language. */
  readonly interpreterId: string | null;
  /** From 0. */
  readonly time: number;
}

/** Why nobody sees a matter on this day: what would change it was tried, not guessed. */
export type WhyLeftOver = 'another_expert' | 'another_interpreter' | 'both' | 'hand';

export interface DayPlan {
  readonly seats: readonly DaySeat[];
  readonly leftOver: readonly { readonly matterId: string; readonly why: WhyLeftOver }[];
  /** Whether no plan can see more, or more urgent ones. Not where more than `MOST_TRIED` could go either way. */
  readonly isProved: boolean;
}
