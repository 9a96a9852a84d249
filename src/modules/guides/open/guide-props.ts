import type { Fact, Guide } from '../types.ts';

/** What the page of a guide is drawn from. */
export interface GuideProps {
  readonly guide: Guide;
  readonly factsOf: ReadonlyMap<string, readonly Fact[]>;
  readonly today: Temporal.PlainDate;
  /** Whether the reader writes guides: each step leads to where it is changed. */
  readonly isWriter: boolean;
}
