import type { Files } from '../../platform/files/files.ts';
import type { StorySources } from '../../platform/parts/story-drafts.ts';

/** What stories are handed by the house. */
export interface StoryServices {
  /** With which links are sealed. */
  readonly secret: string;
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
  readonly files: Files;
  /** From what stories begin. Read when a page is asked for. */
  storySources(): readonly StorySources[];
}
