import type { Files } from '../../platform/files/files.ts';

/** What stories are handed by the house. */
export interface StoryServices {
  /** With which links are sealed. */
  readonly secret: string;
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
  readonly files: Files;
}
