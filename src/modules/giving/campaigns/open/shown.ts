import type { FormState } from '../../../../platform/web/form-state.ts';
import type { Measured } from '../../deeds/cost.ts';
import type { Wall } from '../store/wall.ts';
import type { Campaign, CampaignUpdate, FormerGoal, Progress } from '../types.ts';

/** All that a page about a campaign says. */
export interface ShownCampaign {
  readonly campaign: Campaign;
  readonly progress: Progress;
  readonly formerGoals: readonly FormerGoal[];
  readonly updates: readonly CampaignUpdate[];
  readonly wall: Wall;
  /** What one of what tiers speak of really cost last year. */
  readonly measured: readonly Measured[];
  readonly today: Temporal.PlainDate;
  /** `https://help.example.org`, for what is copied into other pages. */
  readonly origin: string;
  /** What was typed to be named on the wall. */
  readonly form: FormState;
}
