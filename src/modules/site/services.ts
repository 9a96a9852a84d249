import type { Files } from '../../platform/files/files.ts';
import type { WordedPage } from '../../platform/parts/public/worded-page.ts';

/** What the site is handed by the house. */
export interface SiteServices {
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
  readonly files: Files;
  /** The pages whose words may be the organization’s own; read when somebody asks. */
  readonly pages: () => readonly WordedPage[];
}
