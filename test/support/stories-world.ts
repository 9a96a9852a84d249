import { inviteToTell, publishStory } from '../../src/modules/stories/story/commands.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import type { Files } from '../../src/platform/files/files.ts';
import { sure } from './events.ts';
import { agreedStory, toldStory } from './stories.ts';

/** A story that everybody reads, and somebody who is invited to tell theirs. Neither has a picture. */
export async function buildStories(
  tx: Tx,
  who: {
    readonly coordinator: string;
    readonly other: string;
    readonly teller: string;
    readonly invited: string;
  },
  now: Temporal.Instant,
): Promise<void> {
  const asked = now.subtract({ hours: 20 * 24 });
  const storyId = await toldStory(tx, who.teller, asked);
  const chosen = { naming: 'nickname', shownAs: 'H.', showsFace: false, showsPlace: false } as const;
  await agreedStory(tx, storyId, {
    by: who.coordinator,
    now: asked,
    chosen: { ...chosen, uses: ['site'], years: 2 },
  });
  const on = { storyId, as: 'coordinator', byPersonId: who.other, now: now.subtract({ hours: 24 }) } as const;
  // Without a picture nothing is read from files.
  sure(await publishStory(tx, { ...on, files: {} as Files }));
  const invited = { tellerId: who.invited, part: 'volunteer', source: 'ja', isGuarded: false } as const;
  await inviteToTell(tx, invited, { personId: who.coordinator, now: asked });
}
