import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { listConsents } from '../store/consents.ts';
import { insertRevision, listRevisions } from '../store/stories.ts';
import { findTexts, setAskedWords, writeText } from '../store/texts.ts';
import { enter, type OnStory } from '../story/doing.ts';
import type { Consent, Grade, Origin, Story, StoryPiece, StoryText } from '../types.ts';
import { proposedByMachine, sourcePieces, translatedPieces } from './pieces.ts';
import { mayChangeSource, saysNoMore, standingOf, textFor } from './rules/grades.ts';
import { isShownInWords, mayNamePlaces } from './rules/places.ts';

/** The first text: what somebody has answered, in its order. */
export async function writeTold(
  tx: Tx,
  story: Pick<Story, 'id' | 'revision' | 'source'>,
  {
    pieces,
    by,
    now,
  }: { readonly pieces: readonly string[]; readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  const basedOn = await insertRevision(tx, story, { grade: 'meaning', by, at: now });
  await writeText(tx, story.id, { locale: story.source, pieces: sourcePieces(pieces), basedOn }, now);
}

/**
 * Changes what was told, with how far the change goes. Once somebody was asked, only typos, and taking out what has become
 * dangerous: everything else is asked anew. Translations made before something dangerous are not shown from then on.
 */
export async function changeSource(
  tx: Tx,
  { pieces, grade, ...on }: OnStory & { readonly pieces: readonly string[]; readonly grade: Grade },
): Promise<Outcome<Story>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const story = entered.value;
  const text = (await findTexts(tx, story.id)).find(({ locale }) => locale === story.source);
  const now = wordsOf(text?.pieces ?? []);
  const may = mayChangeSource(story.state, grade, { now, asked: text?.asked ?? now }, pieces);
  if (!may.ok) return may;
  const basedOn = await insertRevision(tx, story, { grade, by: on.byPersonId, at: on.now });
  await writeText(tx, story.id, { locale: story.source, pieces: sourcePieces(pieces), basedOn }, on.now);
  return entered;
}

const wordsOf = (pieces: readonly StoryPiece[]) => pieces.map(({ text }) => text);

/** Everybody is asked: from now on each language that can be read says no more than it does now. */
export async function keepAsked(tx: Tx, storyId: string): Promise<void> {
  const revisions = (await listRevisions(tx, [storyId])).get(storyId) ?? [];
  for (const text of await findTexts(tx, storyId)) {
    const isRead = standingOf(text, revisions) !== 'withheld';
    await setAskedWords(tx, { storyId, locale: text.locale }, isRead ? wordsOf(text.pieces) : null);
  }
}

/** Whether a language says no more than what somebody has read in it who was asked. Where nobody has, it says what it likes. */
function maySayAnew(
  { state, source }: Pick<Story, 'state' | 'source'>,
  { texts, consents }: { readonly texts: readonly StoryText[]; readonly consents: readonly Consent[] },
  { locale, pieces }: Pick<StoryText, 'locale' | 'pieces'>,
): Outcome<null> {
  if (state === 'told') return accept(null);
  const read = texts.filter(({ asked }) => asked);
  const asked = consents
    .filter((one) => one.state === 'asked' || one.state === 'agreed')
    .flatMap((one) => textFor(read, { source, revisions: [], reader: one.locale })?.text ?? [])
    .find((one) => one.locale === locale)?.asked;
  return !asked || saysNoMore({ asked }, wordsOf(pieces))
    ? accept(null)
    : refuse('ask_anew_first', {}, 'text');
}

/**
 * What a translation says, and where it comes from. Once somebody has read it who was asked, it is changed as the source is.
 * What a person wrote of an older piece stays beside a machine's words, and the whole is then as old as it was: nothing
 * dangerous comes back. Refused where it has more or fewer paragraphs than what was told.
 */
export async function writeTranslation(
  tx: Tx,
  {
    locale,
    pieces,
    origin,
    ...on
  }: OnStory & {
    readonly locale: Locale;
    readonly pieces: readonly string[];
    readonly origin: Exclude<Origin, 'written'>;
  },
): Promise<Outcome<Story>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const story = entered.value;
  if (story.state === 'invited' || story.endedAt) return refuse('story_is_elsewhere');
  const texts = await findTexts(tx, story.id);
  const source = texts.find((one) => one.locale === story.source)?.pieces ?? [];
  if (pieces.length !== source.length) return refuse('piece_by_piece', { count: source.length - 1 }, 'text');
  const old = texts.find((one) => one.locale === locale);
  const before = old?.pieces ?? [];
  const written =
    origin === 'machine'
      ? proposedByMachine(pieces, source, before)
      : translatedPieces(pieces, source, before, origin);
  const consents = await listConsents(tx, [story.id]);
  const may = maySayAnew(story, { texts, consents }, { locale, pieces: written });
  if (!may.ok) return may;
  if (story.state === 'published') {
    const places = mayNamePlaces(wordsOf(written), story.tells, consents.filter(isShownInWords));
    if (!places.ok) return { ok: false, refusal: { ...places.refusal, field: 'text' } };
  }
  const isOfNow = written.every(({ of }, at) => of === source[at]?.of);
  const basedOn = isOfNow ? story.revision : (old?.basedOn ?? story.revision);
  await writeText(tx, story.id, { locale, pieces: written, basedOn }, on.now);
  return entered;
}
