import type { Tx } from '../../../platform/database/connect.ts';
import type { Files } from '../../../platform/files/files.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { countAlike, dayInJapan, findPerson } from '../../people/index.ts';
import { writeTo } from '../consent/doing.ts';
import { mayPublish } from '../consent/rules/publishing.ts';
import { CHILD_YEARS, isCommonEnough } from '../consent/rules/rarity.ts';
import { drawShown, withdrawPicture } from '../picture/commands.ts';
import { insertConsent, listConsents } from '../store/consents.ts';
import { findPicture } from '../store/pictures.ts';
import { insertStory, type NewStory, sealAnswers, tellsRow, updateStory } from '../store/stories.ts';
import { deleteTexts, findTexts } from '../store/texts.ts';
import { endUses, insertUse } from '../store/uses.ts';
import { writeTold } from '../text/commands.ts';
import { isShownInWords, mayNamePlaces } from '../text/rules/places.ts';
import type { Consent, Story, Told } from '../types.ts';
import { OWN_USES } from '../types.ts';
import { does, enter, type OnStory, tellOf } from './doing.ts';
import { isRestricted } from './guard.ts';

type Given = NonNullable<NewStory['given']>;
/** What somebody has told: their answers, and the pieces of which the first text is made. */
export interface Telling {
  readonly given: Given;
  readonly pieces: readonly string[];
}

/** A coordinator asks somebody to tell; they may say no without a reason. @returns the story's id */
export async function inviteToTell(
  tx: Tx,
  asked: Pick<NewStory, 'tellerId' | 'part' | 'source' | 'isGuarded'>,
  by: { readonly personId: string; readonly now: Temporal.Instant },
): Promise<string> {
  const id = await insertStory(
    tx,
    { ...asked, state: 'invited', invitedBy: by.personId, given: null },
    by.now,
  );
  await nameTeller(tx, id, asked);
  await tellOf(tx, 'stories.story.invited', { id, tellerId: asked.tellerId }, { byPersonId: by.personId });
  return id;
}

/** Somebody offers what they have to tell. @returns the story's id */
export async function offerStory(
  tx: Tx,
  offered: Pick<NewStory, 'tellerId' | 'part' | 'source' | 'isGuarded'> & Telling,
  now: Temporal.Instant,
): Promise<string> {
  const { given, pieces, ...about } = offered;
  const isGuarded = about.isGuarded || (await isRestricted(tx, offered.tellerId, now));
  const id = await insertStory(tx, { ...about, isGuarded, state: 'told', invitedBy: null, given }, now);
  await nameTeller(tx, id, offered);
  await writeTold(tx, { id, revision: 0, source: offered.source }, { pieces, by: offered.tellerId, now });
  await tellOf(
    tx,
    'stories.story.told',
    { id, tellerId: offered.tellerId },
    { byPersonId: offered.tellerId },
  );
  return id;
}

/** Whoever tells is the first in it. */
export async function nameTeller(
  tx: Tx,
  storyId: string,
  { tellerId }: Pick<NewStory, 'tellerId'>,
): Promise<void> {
  const teller = await findPerson(tx, tellerId);
  if (!teller) throw new Error('a story is told by somebody who is not there');
  const { name, locale } = teller;
  const where = { inText: true, inPicture: false, face: null };
  await insertConsent(tx, {
    storyId,
    personId: tellerId,
    email: null,
    name,
    guardian: null,
    locale,
    ...where,
  });
}

/** Whoever was invited has told it. */
export const tellStory = does(
  'tell',
  async (
    tx,
    story,
    { telling, now, isGuarded }: OnStory & { readonly telling: Telling; readonly isGuarded: boolean },
  ) => {
    const { given, pieces } = telling;
    await writeTold(tx, story, { pieces, by: story.tellerId, now });
    const is_guarded = isGuarded || story.isGuarded || (await isRestricted(tx, story.tellerId, now));
    const changes = { answers: sealAnswers(tx, story.id, given), is_guarded };
    return accept({ changes });
  },
);

/** No, without a reason: what they may have written is deleted. */
export const declineStory = does('decline', async (tx, { id }, { now }) => {
  await deleteTexts(tx, id);
  await withdrawPicture(tx, id, now);
  return accept({ changes: { ended_at: now, answers: null } });
});

/** What readers could tell of whom it is about, and whether somebody must not find them. */
export async function setTells(
  tx: Tx,
  { tells, isGuarded, ...on }: OnStory & { readonly tells: Told; readonly isGuarded: boolean },
): Promise<Outcome<Story>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { id, state } = entered.value;
  if (state !== 'told' && state !== 'asked' && state !== 'agreed') return refuse('story_is_elsewhere');
  await updateStory(tx, id, { ...tellsRow(tells), is_guarded: isGuarded });
  return entered;
}

/**
 * Shows it to everybody: the picture is drawn anew with every face hidden that is not to be seen, and each place of ours
 * where it stands is written down. Refuses what `mayPublish` and `isCommonEnough` refuse, and a place that somebody keeps to
 * themselves.
 */
export const publishStory = does(
  'publish',
  async (tx, story, { files, byPersonId, now }: OnStory & { readonly files: Files }) => {
    const consents = await listConsents(tx, [story.id]);
    const picture = await findPicture(tx, story.id);
    const may = mayPublish({ story, consents, picture, publisherId: byPersonId, now });
    if (!may.ok) return may;
    const hidden = await mayTellThat(tx, story, { consents, alt: Object.values(picture?.alt ?? {}) }, now);
    if (!hidden.ok) return hidden;
    const drawn = await drawShown(tx, files, story, now);
    if (!drawn.ok) return drawn;
    for (const kind of OWN_USES.filter((one) => one !== 'picture' || picture))
      await insertUse(
        tx,
        { storyId: story.id, kind, channel: 'site', place: '', isOurs: true, byPersonId },
        now,
      );
    for (const { id, state } of consents) if (state === 'agreed') await writeTo(tx, id, 'published');
    return accept({ changes: { published_at: now, published_by: byPersonId } });
  },
);

async function mayTellThat(
  tx: Tx,
  { id, tells }: Story,
  { consents, alt }: { readonly consents: readonly Consent[]; readonly alt: readonly string[] },
  now: Temporal.Instant,
): Promise<Outcome<null>> {
  const shown = consents.filter(isShownInWords);
  const words = (await findTexts(tx, id)).flatMap(({ pieces }) => pieces.map(({ text }) => text));
  const may = mayNamePlaces([...words, ...alt], tells, shown);
  if (!may.ok) return may;
  const { ward: municipalityCode, language, childAge } = tells;
  const traits = { municipalityCode, language, childAge: childAge && CHILD_YEARS[childAge] };
  return isCommonEnough(tells, shown, await countAlike(tx, traits, dayInJapan(now)));
}

/** Off our pages at once, to be written and asked anew. */
export const reopenStory = does('reopen', async (tx, { id }, { now }) => {
  await endUses(tx, id, now);
  return accept({ changes: { agreed_at: null } });
});

/** Its last consent has come: the days to think begin. */
export const settleStory = does('settle', (_, __, { now }) => accept({ changes: { agreed_at: now } }));
export const askedStory = does('ask');

/** All that is ours of it is gone with this transaction: words, answers, pictures and papers. What others have stays on the list. */
export const recallStory = does('recall', async (tx, { id }, { now }) => {
  await endUses(tx, id, now);
  await withdrawPicture(tx, id, now);
  await deleteTexts(tx, id);
  const nothing = tellsRow({ ward: null, language: null, childAge: null, job: false });
  return accept({ changes: { ...nothing, answers: null, ended_at: now } });
});
