/** Somebody who will be alone, as far as who could call them is concerned. */
export interface Waiting {
  readonly id: string;
  readonly days: readonly string[];
  /** In which they can talk, best first; never empty. */
  readonly languages: readonly string[];
}

/** A part of a day that somebody gives who can talk in these languages. */
export interface Free {
  readonly id: string;
  readonly day: string;
  readonly languages: readonly string[];
}

/** A day on which nobody has time who speaks with so many who will be alone. */
export interface Gap {
  readonly day: string;
  readonly language: string;
  readonly people: number;
}

const share = (one: readonly string[], other: readonly string[]) =>
  one.some((language) => other.includes(language));

/** The days on which all supports are shut; none where somebody counts on nothing. @param open of each support its open days */
export function daysAllShut(days: readonly string[], open: readonly ReadonlySet<string>[]): string[] {
  return open.length === 0 ? [] : days.filter((day) => open.every((those) => !those.has(day)));
}

/** Days and languages that nobody covers, day by day, the language of most first. Somebody counts to the language that they speak best. */
export function gapsOf(waiting: readonly Waiting[], free: readonly Free[]): Gap[] {
  const counts = new Map<string, number>();
  for (const { days, languages } of waiting)
    for (const day of days) {
      if (free.some((hour) => hour.day === day && share(hour.languages, languages))) continue;
      const key = `${day} ${languages[0]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return [...counts]
    .map(([key, people]) => ({ day: key.slice(0, 10), language: key.slice(11), people }))
    .toSorted(
      (a, b) => a.day.localeCompare(b.day) || b.people - a.people || a.language.localeCompare(b.language),
    );
}

/** The hours in which somebody could be called: on their days, in a language of theirs. */
export function fitting<Hour extends Free>({ days, languages }: Waiting, free: readonly Hour[]): Hour[] {
  return free.filter((hour) => days.includes(hour.day) && share(hour.languages, languages));
}

/** How somebody talks. */
export interface Spoken {
  readonly languages: readonly { readonly language: string; readonly speak: number }[];
  readonly japaneseSpeaking: string;
}

/** Enough to be company: 2 is “yes”, b1 a talk about everyday things. */
const ENOUGH = 2;
const JAPANESE_ENOUGH = ['b1', 'b2', 'c1', 'native'];

/** In which languages somebody can talk, best first; Japanese where they have told us of none. */
export function talksIn({ languages, japaneseSpeaking }: Spoken): string[] {
  const others = languages
    .filter(({ speak }) => speak >= ENOUGH)
    .toSorted((one, other) => other.speak - one.speak)
    .map(({ language }) => language);
  const all = JAPANESE_ENOUGH.includes(japaneseSpeaking) ? [...others, 'ja'] : others;
  return all.length > 0 ? all : ['ja'];
}
