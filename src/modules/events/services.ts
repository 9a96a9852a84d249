import type { Campaigns } from '../../platform/parts/public/campaigns.ts';
import type { StoryDrafts } from '../../platform/parts/story-drafts.ts';

/** What events are handed by the house. */
export interface EventServices {
  /** With which links are sealed. */
  readonly secret: string;
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
  /** To which calls for gifts an event can belong. Read when a page is asked for. */
  campaigns(): readonly Campaigns[];
  /** Where a story can begin from a report. */
  storyDrafts(): readonly StoryDrafts[];
}
