import type { Locale } from '../../../../platform/languages/locales.ts';
import { type CountedKind, type Door, type DoorParty, kindsOf, placesOf } from '../../door/rules/door.ts';
import { MOODS, type Said, UNDERSTOOD } from '../../survey/questions.ts';

/** How many had seats, and how many of those came. */
interface Came {
  readonly seated: number;
  readonly came: number;
}

/** What stays of an event: numbers, and nobody in them. */
export interface Figures extends Came {
  /** Parties that had seats, and those among them who had never had any here before. */
  readonly parties: number;
  readonly newParties: number;
  /** Who came without having registered. */
  readonly walkIns: number;
  readonly kinds: readonly (Came & { readonly kind: CountedKind })[];
  /** By the language in which a party reads; those of few are one, without a name. */
  readonly languages: readonly (Came & { readonly language: Locale | null })[];
  readonly survey: SurveyFigures;
}

export interface SurveyFigures {
  readonly answered: number;
  /** In the order of the answers that there are. */
  readonly moods: readonly number[];
  readonly understood: readonly number[];
}

/** A party that had seats. */
export interface ReportedParty extends DoorParty {
  readonly locale: Locale;
  readonly isNew: boolean;
}

/** Fewer than so many of a language are no figure of their own: everybody would know who they were. */
export const FEWEST = 5;

/** Counts a whole event. Who had seats and did not come is a number, whoever it was. */
export function figuresOf(parties: readonly ReportedParty[], door: Door, said: readonly Said[]): Figures {
  const seated = parties.filter(({ hasSeats }) => hasSeats);
  const kinds = new Map<CountedKind, Came>();
  const languages = new Map<Locale, Came>();
  for (const party of seated) {
    for (const { one, standing } of placesOf(party, door)) {
      // Whoever was pressed beyond a party had no seat.
      if (!one) continue;
      const came = standing.stands.length > 0 ? 1 : 0;
      for (const kind of kindsOf(one)) add(kinds, kind, came);
      add(languages, party.locale, came);
    }
  }
  const all = kinds.get('everybody') ?? NOBODY;
  return {
    ...all,
    parties: seated.length,
    newParties: seated.filter(({ isNew }) => isNew).length,
    walkIns: door.walkIns.reduce((sum, { press }) => sum + press.adults + press.children, 0),
    kinds: [...kinds].filter(([kind]) => kind !== 'everybody').map(([kind, came]) => ({ kind, ...came })),
    languages: withoutFew(languages),
    survey: surveyOf(said),
  };
}

export function surveyOf(said: readonly Said[]): SurveyFigures {
  const count = <Key extends 'mood' | 'understood'>(key: Key, values: readonly Said[Key][]) =>
    values.map((value) => said.filter((one) => one[key] === value).length);
  return {
    answered: said.length,
    moods: count('mood', MOODS),
    understood: count('understood', UNDERSTOOD),
  };
}

const NOBODY: Came = { seated: 0, came: 0 };

function add<Key>(counts: Map<Key, Came>, key: Key, came: number): void {
  const before = counts.get(key) ?? NOBODY;
  counts.set(key, { seated: before.seated + 1, came: before.came + came });
}

function withoutFew(languages: ReadonlyMap<Locale, Came>): Figures['languages'] {
  const ordered = [...languages]
    .map(([language, came]) => ({ language: language as Locale | null, ...came }))
    .sort((one, other) => other.seated - one.seated);
  const many = ordered.filter(({ seated }) => seated >= FEWEST);
  const few = ordered.filter(({ seated }) => seated < FEWEST);
  if (few.length === 0) return many;
  const sum = (of: keyof Came) => few.reduce((all, one) => all + one[of], 0);
  // What is left over of all languages but one names that one: the next smallest is then a figure of its own neither.
  while (sum('seated') < FEWEST && many.length > 0) few.push(...many.splice(-1));
  return [...many, { language: null, seated: sum('seated'), came: sum('came') }];
}
