import type { SupportRequest } from '../../types.ts';
import type { Unfitting } from '../find-fitting.ts';
import type { Placed } from '../rules/narrow.ts';
import type { Choosing } from './choosing.ts';

/** All that the page of who fits shows. */
export interface FittingProps {
  readonly request: SupportRequest;
  /** Everybody who fits, as far as they are shown at all. */
  readonly fits: readonly Placed[];
  /** Those of them who are looked for. */
  readonly shown: readonly Placed[];
  readonly isCut: boolean;
  readonly excluded: readonly Unfitting[];
  readonly excludedCount: number;
  readonly looked: 'everybody' | 'nearest';
  readonly chosen: Choosing;
  readonly names: ReadonlyMap<string, string>;
  readonly waveSize: number;
  readonly now: Temporal.Instant;
}
