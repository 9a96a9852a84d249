import type { Tx } from '../../../platform/database/connect.ts';
import { deleteFiles, type Files, readFileById, tryKeepFile } from '../../../platform/files/files.ts';
import { type Picture, readPicture } from '../../../platform/files/pictures.ts';
import { fingerprintOf, fingerprintsOf, redrawPicture } from '../../../platform/files/redrawing.ts';
import { StoreAway } from '../../../platform/files/store/store.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { forgetFaces, listConsents } from '../store/consents.ts';
import {
  deletePicture,
  findPicture,
  rememberRecalled,
  setOriginal,
  setShown,
  wasRecalled,
  writePicture,
} from '../store/pictures.ts';
import { endUses } from '../store/uses.ts';
import { enter, type OnStory } from '../story/doing.ts';
import type { Box, Consent, Story, StoryPicture } from '../types.ts';
import { blursFor } from './rules/faces.ts';

const KIND = 'stories.picture';
/** The longer side, on a story's page and on a card. */
const SIZES = { shown: 1280, small: 480 } as const;
/** No picture that we keep is larger. */
const WHOLE = 2000;

/** What is sent of a picture: a new one or none, how it is cut, what is to be seen. */
export interface SentPicture extends Pick<StoryPicture, 'crop' | 'alt'> {
  readonly bytes: Uint8Array | null;
}

/**
 * Keeps the picture of a story, or cuts and describes the one that is there. Metadata is gone from what is kept. With
 * another picture, each face is marked anew. Refused: a picture that was recalled
 * before, also at another size, saved anew, mirrored or turned.
 */
export async function keepStoryPicture(
  tx: Tx,
  files: Files,
  { sent, ...on }: OnStory & { readonly sent: SentPicture },
): Promise<Outcome<Story>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { id: storyId, state, tellerId } = entered.value;
  if (state !== 'told') return refuse(state === 'invited' ? 'story_is_elsewhere' : 'ask_anew_first');
  const before = await findPicture(tx, storyId);
  if (!sent.bytes && !before) return refuse('choose_a_picture', {}, 'photo');
  const kept = sent.bytes
    ? await keepOriginal(tx, files, { bytes: sent.bytes, tellerId, now: on.now })
    : accept(before);
  if (!kept.ok || !kept.value) return kept.ok ? refuse('choose_a_picture', {}, 'photo') : kept;
  const { originalId, sha256, fingerprint } = kept.value;
  const gone = [before?.shownId, before?.smallId, sent.bytes ? before?.originalId : null];
  await writePicture(
    tx,
    { storyId, originalId, sha256, fingerprint, crop: sent.crop, alt: sent.alt },
    on.now,
  );
  if (sent.bytes && before) await forgetFaces(tx, storyId);
  await deleteFiles(
    tx,
    gone.flatMap((one) => one ?? []),
  );
  return entered;
}

async function keepOriginal(
  tx: Tx,
  files: Files,
  about: { readonly bytes: Uint8Array; readonly tellerId: string; readonly now: Temporal.Instant },
): Promise<Outcome<Pick<StoryPicture, 'originalId' | 'sha256' | 'fingerprint'>>> {
  const read = await readPicture(about.bytes);
  if (!read.ok) return { ok: false, refusal: { ...read.refusal, field: 'photo' } };
  const { sha256, bytes } = read.value;
  const fingerprints = await fingerprintsOf(bytes);
  const [fingerprint] = fingerprints;
  if (await wasRecalled(tx, sha256, fingerprints)) return refuse('picture_was_recalled', {}, 'photo');
  const id = await keepOne(tx, files, { picture: read.value, tellerId: about.tellerId, now: about.now });
  return id.ok ? accept({ originalId: id.value, sha256, fingerprint }) : id;
}

async function keepOne(
  tx: Tx,
  files: Files,
  {
    picture,
    tellerId,
    now,
  }: { readonly picture: Picture; readonly tellerId: string; readonly now: Temporal.Instant },
): Promise<Outcome<string>> {
  const id = await tryKeepFile(tx, files, { picture, ownerId: tellerId, kind: KIND, now });
  return id.ok ? id : { ok: false, refusal: { ...id.refusal, field: 'photo' } };
}

const boxOf = ([left, top, width, height]: Box) => ({ left, top, width, height });

interface Drawing {
  /** The longer side. */
  readonly mostPixels?: number;
  /** As it is cut, or all of it, to say where its part and its faces are. */
  readonly part?: 'cut' | 'whole';
}

/** Draws a picture as it is to be seen now: cut, with every face hidden that is not to be shown. */
export async function drawFor(
  tx: Tx,
  files: Files,
  storyId: string,
  { mostPixels = SIZES.shown, part = 'cut' }: Drawing = {},
): Promise<Outcome<Picture | null>> {
  const picture = await findPicture(tx, storyId);
  if (!picture) return accept(null);
  const blurs = blursFor(await listConsents(tx, [storyId]));
  if (!blurs.ok) return blurs;
  const original = await readFileById(tx, files, picture.originalId);
  if (!original) return refuse('picture_is_lost');
  const crop = part === 'cut' && picture.crop ? boxOf(picture.crop) : null;
  const asked = { crop, blurs: blurs.value.map(boxOf), mostPixels };
  return accept(await redrawPicture(original.bytes, asked));
}

/** Draws both sizes of what is shown, in the place of those that were shown before, which are deleted. */
export async function drawShown(
  tx: Tx,
  files: Files,
  { id, tellerId }: Pick<Story, 'id' | 'tellerId'>,
  now: Temporal.Instant,
): Promise<Outcome<null>> {
  const before = await findPicture(tx, id);
  const [large, little] = [
    await drawFor(tx, files, id),
    await drawFor(tx, files, id, { mostPixels: SIZES.small }),
  ];
  if (!large.ok || !little.ok) return large.ok ? (little as Outcome<null>) : large;
  if (!before || !large.value || !little.value) return accept(null);
  const shown = await keepOne(tx, files, { picture: large.value, tellerId, now });
  const small = await keepOne(tx, files, { picture: little.value, tellerId, now });
  if (!shown.ok || !small.ok) return shown.ok ? (small as Outcome<null>) : shown;
  const signs = { sha256: large.value.sha256, fingerprint: await fingerprintOf(large.value.bytes) };
  await setShown(tx, id, { shownId: shown.value, smallId: small.value, shown: signs });
  await deleteFiles(
    tx,
    [before.shownId, before.smallId].flatMap((one) => one ?? []),
  );
  return accept(null);
}

/** Deletes a story's picture at every size, and remembers it so that nobody brings it again. */
export async function withdrawPicture(tx: Tx, storyId: string, now: Temporal.Instant): Promise<void> {
  const picture = await findPicture(tx, storyId);
  if (!picture) return;
  await rememberRecalled(tx, picture, now);
  if (picture.shown) await rememberRecalled(tx, picture.shown, now);
  await deleteFiles(
    tx,
    [picture.originalId, picture.shownId, picture.smallId].flatMap((one) => one ?? []),
  );
  await deletePicture(tx, storyId);
  await endUses(tx, storyId, now, ['picture']);
}

/**
 * One of those in a picture is not to be seen any more: their face is made unreadable in what we keep of it, since where it is
 * stands in their consent, which is deleted before the picture. What was shown is drawn anew; the pictures before are deleted
 * and remembered. Where that cannot be done now, there is no picture any more.
 */
export async function hideFace(
  tx: Tx,
  files: Files,
  { story, left }: { readonly story: Pick<Story, 'id' | 'tellerId'>; readonly left: Pick<Consent, 'face'> },
  now: Temporal.Instant,
): Promise<void> {
  const before = await findPicture(tx, story.id);
  if (!before) return;
  try {
    const buried = await buryFace(tx, files, { picture: before, left, tellerId: story.tellerId }, now);
    const drawn = buried.ok && before.shownId ? await drawShown(tx, files, story, now) : buried;
    if (!drawn.ok) return await withdrawPicture(tx, story.id, now);
    await rememberRecalled(tx, before, now);
    if (before.shown) await rememberRecalled(tx, before.shown, now);
  } catch (problem) {
    if (!(problem instanceof StoreAway)) throw problem;
    await withdrawPicture(tx, story.id, now);
  }
}

async function buryFace(
  tx: Tx,
  files: Files,
  {
    picture,
    left: { face },
    tellerId,
  }: { readonly picture: StoryPicture; readonly left: Pick<Consent, 'face'>; readonly tellerId: string },
  now: Temporal.Instant,
): Promise<Outcome<null>> {
  const original = face && (await readFileById(tx, files, picture.originalId));
  if (!original) return refuse('picture_is_lost');
  const asked = { crop: null, blurs: [boxOf(face)], mostPixels: WHOLE };
  const kept = await keepOne(tx, files, {
    picture: await redrawPicture(original.bytes, asked),
    ...{ tellerId, now },
  });
  if (!kept.ok) return kept;
  await setOriginal(tx, picture.storyId, kept.value);
  await deleteFiles(tx, [picture.originalId]);
  return accept(null);
}
