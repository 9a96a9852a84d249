import type { Coming } from '../../platform/parts/public/coming.ts';

/** What the year's end is handed by the house. */
export interface SeasonServices {
  /** What modules hold for everybody: open tables among it. Read when a page is asked for. */
  comings(): readonly Coming[];
}
