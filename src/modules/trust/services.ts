import type { FindOwnPages } from '../../platform/parts/public/worded-page.ts';

/** What this module is handed by the house. */
export interface TrustServices {
  /** Looks up what the organization says in its own words; without it, all is said in the product’s. */
  readonly ownPages?: FindOwnPages;
}
