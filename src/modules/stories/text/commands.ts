import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { type Outcome, refuse } from '../../../platform/refusal.ts';
import { insertRevision } from '../store/stories.ts';
import { findTexts, writeText } from '../store/texts.ts';
import { enter, type OnStory } from '../story/doing.ts';
import type { Grade, Origin, Story } from '../types.ts';
import { mayChangeSource } from './rules/grades.ts';
import { proposedByMachine, sourceSegments, translatedSegments } from './segments.ts';

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
  await writeText(tx, story.id, { locale: story.source, segments: sourceSegments(pieces), basedOn }, now);
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
  const before = (await findTexts(tx, story.id)).find(({ locale }) => locale === story.source);
  const may = mayChangeSource(story.state, grade, before?.segments.map(({ text }) => text) ?? [], pieces);
  if (!may.ok) return may;
  const basedOn = await insertRevision(tx, story, { grade, by: on.byPersonId, at: on.now });
  await writeText(tx, story.id, { locale: story.source, segments: sourceSegments(pieces), basedOn }, on.now);
  return entered;
}

/** What a translation says, and where it comes from. Refused where it has more or fewer paragraphs than what was told. */
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
  const source = texts.find((one) => one.locale === story.source)?.segments ?? [];
  if (pieces.length !== source.length) return refuse('piece_by_piece', { count: source.length - 1 }, 'text');
  const before = texts.find((one) => one.locale === locale)?.segments ?? [];
  const segments =
    origin === 'machine'
      ? proposedByMachine(pieces, source, before)
      : translatedSegments(pieces, source, before, origin);
  await writeText(tx, story.id, { locale, segments, basedOn: story.revision }, on.now);
  return entered;
}
