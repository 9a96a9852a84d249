import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Consent, Story, StoryPicture } from '../../types.ts';

/** Between the last yes and the day on which it is shown: to think it over, and talk about it at home. */
export const DAYS_TO_THINK = 14;

/** From when on a story may be shown; null while somebody has not agreed. */
export function mayBeShownFrom({ agreedAt }: Pick<Story, 'agreedAt'>): Temporal.Instant | null {
  return agreedAt?.add({ hours: DAYS_TO_THINK * 24 }) ?? null;
}

/** What is judged before a story is shown. */
export interface Publishing {
  readonly story: Story;
  readonly consents: readonly Consent[];
  readonly picture: StoryPicture | null;
  readonly publisherId: string | null;
  readonly now: Temporal.Instant;
}

/** Whether everybody has agreed to be on our pages, has had time to think, and the picture tells its readers what is on it. */
export function mayPublish({ story, consents, picture, publisherId, now }: Publishing): Outcome<null> {
  const open = consents.filter(({ state }) => state !== 'declined' && state !== 'recalled');
  if (open.length === 0 || open.some(({ state }) => state !== 'agreed')) return refuse('not_all_have_agreed');
  if (open.some(({ inText, uses }) => inText && !uses.includes('site'))) return refuse('not_for_the_site');
  if (open.some(({ untilAt }) => !untilAt || Temporal.Instant.compare(untilAt, now) <= 0))
    return refuse('consent_has_run_out');
  if (open.some(({ askedBy }) => askedBy !== null && askedBy === publisherId))
    return refuse('somebody_else_publishes');
  const from = mayBeShownFrom(story);
  if (!from || Temporal.Instant.compare(now, from) < 0)
    return refuse('days_to_think', { days: DAYS_TO_THINK });
  if (picture && !picture.alt[story.source]) return refuse('say_what_is_to_be_seen');
  return accept(null);
}

/** Whether a story may be used somewhere: everybody in it has agreed to such places, and for so long. */
export function mayUse(
  channel: Consent['uses'][number],
  consents: readonly Pick<Consent, 'state' | 'uses'>[],
): Outcome<null> {
  const open = consents.filter(({ state }) => state === 'agreed');
  return open.length > 0 && open.every(({ uses }) => uses.includes(channel))
    ? accept(null)
    : refuse('not_agreed_to_such_places', {}, 'kind');
}
