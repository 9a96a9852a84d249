/** What events are handed by the house. */
export interface EventServices {
  /** With which links are sealed. */
  readonly secret: string;
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
}
