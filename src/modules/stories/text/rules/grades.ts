import type { Locale } from '../../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Grade, Revision, StoryState, StoryText } from '../../types.ts';

/** How a translation stands to its source: as good, behind in its meaning, or not to be shown. */
export type Standing = 'current' | 'behind' | 'withheld';

/** The one place that says when a translation is old. Typos and what merely helps make none old. */
export function standingOf(
  { basedOn }: Pick<StoryText, 'basedOn'>,
  revisions: readonly Revision[],
): Standing {
  const since = revisions.filter(({ revision }) => revision > basedOn).map(({ grade }) => grade);
  if (since.includes('dangerous')) return 'withheld';
  return since.includes('meaning') ? 'behind' : 'current';
}

/** In which language somebody reads where theirs is not there or not to be shown. */
const NEAREST: Readonly<Record<Locale, readonly Locale[]>> = {
  ja: ['ja', 'ja-easy'],
  'ja-easy': ['ja-easy', 'ja'],
  en: ['en', 'ja-easy', 'ja'],
  'zh-Hans': ['zh-Hans', 'ja', 'en'],
};

/** The text that a reader gets: the nearest that may be shown, the source where there is none. */
export function textFor(
  texts: readonly StoryText[],
  about: { readonly source: Locale; readonly revisions: readonly Revision[]; readonly reader: Locale },
): { readonly text: StoryText; readonly standing: Standing } | null {
  const shown = texts.filter((text) => standingOf(text, about.revisions) !== 'withheld');
  const text =
    NEAREST[about.reader].flatMap((one) => shown.find(({ locale }) => locale === one) ?? [])[0] ??
    texts.find(({ locale }) => locale === about.source);
  return text ? { text, standing: standingOf(text, about.revisions) } : null;
}

/** A typo changes so many letters of a paragraph at most. */
const TYPO_LETTERS = 2;

/** Words before they are changed. */
export interface Before {
  readonly now: readonly string[];
  /** As they were read by those who were asked: many typos may not add up to something else. */
  readonly asked: readonly string[];
}

/**
 * Whether the source may be changed as it stands. As long as nobody was asked, everything may; afterwards only what takes
 * nothing from what was agreed to: a typo, or paragraphs that are taken out because they have become dangerous.
 */
export function mayChangeSource(
  state: StoryState,
  grade: Grade,
  before: Before,
  after: readonly string[],
): Outcome<null> {
  if (state === 'told') return accept(null);
  if (state === 'invited' || state === 'declined' || state === 'recalled')
    return refuse('story_is_elsewhere');
  if (grade === 'helps' || grade === 'meaning') return refuse('ask_anew_first', {}, 'grade');
  if (grade === 'typo')
    return before.now.length === after.length && saysNoMore(before, after)
      ? accept(null)
      : refuse('more_than_a_typo', {}, 'grade');
  return areAmong(before.now, after, (one, other) => one === other)
    ? accept(null)
    : refuse('only_taking_out', {}, 'grade');
}

/** Whether there is nothing in words but what was read by those who were asked, with typos mended and paragraphs taken out. */
export const saysNoMore = ({ asked }: Pick<Before, 'asked'>, after: readonly string[]): boolean =>
  areAmong(asked, after, (one, other) => distance(one, other) <= TYPO_LETTERS);

/** Whether all of these are among those, in their order. */
function areAmong(
  those: readonly string[],
  these: readonly string[],
  isSame: (that: string, own: string) => boolean,
): boolean {
  let from = 0;
  return these.every((own) => {
    const at = those.findIndex((that, index) => index >= from && isSame(that, own));
    from = at + 1;
    return at >= 0;
  });
}

/** How many letters are put in, taken out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > TYPO_LETTERS) return TYPO_LETTERS + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1];
    for (let at = 0; at < other.length; at += 1)
      next.push(
        Math.min(
          (next[at] ?? 0) + 1,
          (row[at + 1] ?? 0) + 1,
          (row[at] ?? 0) + (letter === other[at] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
