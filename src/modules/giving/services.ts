import type { FindOwnPages } from '../../platform/parts/public/worded-page.ts';
import type { Provider } from './payments/provider.ts';

/** What giving is handed by the house. */
export interface GivingServices {
  /** With which links are sealed. */
  readonly secret: string;
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
  /** Whoever takes payments; null: gifts come by the bank only. */
  readonly payments: Provider | null;
  /** Looks up what the organization says in its own words; without it, all is said in the product’s. */
  readonly ownPages?: FindOwnPages;
}
