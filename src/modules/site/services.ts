/** What the site is handed by the house. */
export interface SiteServices {
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
}
