/** How large a city is. */
export interface City {
  readonly people: number;
  readonly volunteers: number;
  /** Finished ones, each with an offer to three, a visit, a report and its history. */
  readonly requests: number;
  readonly news: number;
  readonly auditEntries: number;
  /** Volunteers of before it whose training and pledge end within a month. */
  readonly ending: number;
  readonly donors: number;
  /** Monthly gifts that run, each with five months of them, by card. */
  readonly promises: number;
  /** Three of four are a gift, the others money out. */
  readonly bankLines: number;
  /** Those that were paid, and of which their givers were told. */
  readonly deeds: number;
  readonly expenses: number;
  /** Pairs whose half year is over. */
  readonly pairs: number;
  /** Applications for one: those of these pairs, and others that came to nothing. */
  readonly pairApplications: number;
}

/** What fills a page of every list of the demonstration's own people, about 25 residents and 25 volunteers. */
export const FULL_PAGES: City = {
  people: 0,
  volunteers: 0,
  requests: 1_200,
  news: 4_000,
  auditEntries: 2_400,
  ending: 10,
  donors: 60,
  promises: 60,
  bankLines: 1_200,
  deeds: 400,
  expenses: 1_200,
  pairs: 60,
  pairApplications: 180,
};

/** Five years of a city that asks and helps every day. */
export const CITY: City = {
  people: 20_000,
  volunteers: 2_000,
  requests: 100_000,
  news: 400_000,
  auditEntries: 5_000_000,
  ending: 0,
  donors: 20_000,
  promises: 5_000,
  bankLines: 100_000,
  deeds: 100_000,
  expenses: 50_000,
  pairs: 5_000,
  pairApplications: 20_000,
};

/** How far back the copies lie: the first of `total` yesterday, the last five years ago. */
export const ago = (total: string) => `interval '5 years' * (k::float8 / ${total})`;
