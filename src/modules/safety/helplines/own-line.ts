import {
  type Helpline,
  listHelplines,
  listHelplinesToVerify,
} from '../../../japanese/helplines/helplines.ts';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { dialed } from '../rules.ts';
import type { LineWords, OwnLine, ShownHelpline } from '../types.ts';

/** What a line is for in the reader's language, or in the nearest one in which it was written. */
export function wordsIn(words: LineWords, locale: Locale): string {
  return words[locale] || (locale === 'ja-easy' ? words.ja : words.en);
}

/** The lines that come with the program. */
export function programLines(): Helpline[] {
  return [...listHelplines(), ...listHelplinesToVerify()];
}

/** The lines of the program as the organization has changed them, and then its own. */
export function withOwnLines(
  lines: readonly Helpline[],
  own: readonly OwnLine[],
): { helpline: ShownHelpline; own: OwnLine | null }[] {
  const byNumber = new Map(own.map((line) => [line.number, line]));
  const ofProgram = new Set(lines.map(({ number }) => number));
  return [
    ...lines.map((helpline) => {
      const change = byNumber.get(helpline.number) ?? null;
      return { helpline: change ? { ...helpline, ...factsOf(change, helpline) } : helpline, own: change };
    }),
    ...own
      .filter(({ number }) => !ofProgram.has(number))
      .map((line) => ({ helpline: toHelpline(line), own: line })),
  ];
}

/** What the organization says of a line, whosever it is; how many languages there are, where it names none. */
function factsOf(line: OwnLine, before?: Helpline) {
  return {
    hours: hoursOf(line, before?.hours),
    languages: line.languages,
    language_count: line.languages.length === 0 ? (before?.language_count ?? null) : null,
    is_free: line.isFree,
    source: null,
    collected_on: line.changedAt.toZonedDateTimeISO(TIME_ZONE).toPlainDate().toString(),
  } as const;
}

function toHelpline(line: OwnLine): ShownHelpline {
  return {
    ...factsOf(line),
    number: line.number,
    tel: dialed(line.number),
    purpose: 'own',
    group: line.about?.urgency ?? 'advice',
    // Each has a card of its own.
    area: line.number,
    has_interpreters: false,
    chat_languages: [],
    key_for_languages: null,
    number_from_abroad: null,
    verified_on: null,
    verify: false,
  };
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The yearly closure is not asked about, so it stays. */
function hoursOf({ hours, opensAt, closesAt }: OwnLine, before?: Helpline['hours']): Helpline['hours'] {
  if (hours === 'as_it_comes') return before ?? { kind: 'unknown' };
  if (hours === 'always' || hours === 'unknown') return { kind: hours };
  const weekdays = hours === 'every_day' ? EVERY_DAY : EVERY_DAY.slice(0, 5);
  const closure = before?.kind === 'weekly' ? before.yearly_closure : null;
  return { kind: 'weekly', weekdays, from: opensAt, to: closesAt, yearly_closure: closure };
}
