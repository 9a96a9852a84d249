import sharp from 'sharp';
import { hashAsked } from '../../src/modules/stories/consent/agreement.ts';
import { agree, askEverybody } from '../../src/modules/stories/consent/commands.ts';
import type { Chosen } from '../../src/modules/stories/consent/rules/asking.ts';
import { listConsents } from '../../src/modules/stories/store/consents.ts';
import { findStory, listRevisions } from '../../src/modules/stories/store/stories.ts';
import { findTexts } from '../../src/modules/stories/store/texts.ts';
import { offerStory } from '../../src/modules/stories/story/commands.ts';
import { storyQuestions } from '../../src/modules/stories/telling/questions.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { sure } from './events.ts';

export const ORGANIZATION = 'Otonari';
export const PIECES = ['My first autumn here', 'We met at the river.', 'Now we cook together.'];
export const CHOSEN: Chosen = {
  ...{ uses: ['site'], naming: 'nickname', shownAs: 'S.', showsFace: true, showsPlace: true, years: 2 },
};

/** Somebody has told what they had to tell. @returns the story's id */
export function toldStory(tx: Tx, tellerId: string, now: Temporal.Instant, pieces = PIECES): Promise<string> {
  const [, ...paragraphs] = pieces;
  const given = storyQuestions.give({ first: paragraphs.join('\n\n') });
  const about = { tellerId, part: 'resident', source: 'en', isGuarded: false } as const;
  return offerStory(tx, { ...about, given, pieces }, now);
}

/** Everybody in it is asked, and agrees. @param chosen for all of them */
export async function agreedStory(
  tx: Tx,
  storyId: string,
  { by, now, chosen = CHOSEN }: { by: string; now: Temporal.Instant; chosen?: Chosen },
): Promise<void> {
  sure(await askEverybody(tx, { storyId, as: 'coordinator', byPersonId: by, now }));
  for (const { id, state } of await listConsents(tx, [storyId]))
    if (state === 'asked') await agreeTo(tx, id, now, chosen);
}

/** One agrees to what they read. */
export async function agreeTo(
  tx: Tx,
  consentId: string,
  now: Temporal.Instant,
  chosen: Chosen = CHOSEN,
): Promise<void> {
  const on = { consentId, as: 'whoever is asked', byPersonId: null, now } as const;
  sure(await agree(tx, { ...on, chosen, read: await readBy(tx, consentId), organization: ORGANIZATION }));
}

/** What a form says of the words that its reader has seen. */
export async function readBy(tx: Tx, consentId: string): Promise<string> {
  const { story_id: storyId, locale } = await tx
    .selectFrom('stories.consents')
    .select(['story_id', 'locale'])
    .where('id', '=', consentId)
    .executeTakeFirstOrThrow();
  const story = await findStory(tx, storyId);
  if (!story) throw new Error('no story');
  const revisions = (await listRevisions(tx, [storyId])).get(storyId) ?? [];
  return hashAsked({ story, texts: await findTexts(tx, storyId), revisions }, locale as 'en');
}

/** A picture that tells enough to be known again. */
export function photo(seed = 7): Promise<Buffer> {
  let state = seed;
  const raw = Buffer.from(
    Array.from({ length: 105 }, () => {
      state = (state * 73 + 41) % 251;
      return state;
    }),
  );
  return sharp(raw, { raw: { width: 7, height: 5, channels: 3 } })
    .resize(640, 480, { fit: 'fill' })
    .jpeg({ quality: 92 })
    .toBuffer();
}
