/** What classes are handed by the house. */
export interface ClassServices {
  readonly secret: string;
}
