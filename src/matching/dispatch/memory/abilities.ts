import { EASY_JAPANESE, languagePoints, type Scarcest, scarcestLanguage } from '../language.ts';
import { type LanguageAbility, type Level, TASKS, type Task, type Volunteer } from '../types.ts';
import { scarcityOf, type Weights } from '../weights.ts';

/** One posting that somebody with these abilities gets; `points` are those of the language, preference aside. */
export type Ability = { key: string; language: string; task: Task; level: Level; points: number };

/** What many volunteers share: a set of languages with levels, and whether Easy Japanese comes easily. */
export type AbilitySet = {
  number: number;
  key: string;
  abilities: Ability[];
  uses: number;
};

/** Name of the shelf for a task in a language. */
export function shelfKey(language: string, task: Task): string {
  return `${task} ${language}`;
}

/** Ability sets, each kept once for all volunteers who share it, and forgotten with the last of them. */
export class AbilitySets {
  private byKey = new Map<string, AbilitySet>();
  private byNumber: (AbilitySet | undefined)[] = [];
  private freeNumbers: number[] = [];
  /** By number, each language once: an answer needs no more of a set. */
  private scarcest: Scarcest[] = [];
  private languages = new Map<string, Scarcest>();
  private weights: Weights;

  constructor(weights: Weights) {
    this.weights = weights;
  }

  at(number: number): AbilitySet {
    const set = this.byNumber[number];
    if (!set) throw new Error('An ability set is gone that somebody still uses.');
    return set;
  }

  /** The rarest language of a set. */
  scarcestOf(number: number): Scarcest {
    return this.scarcest[number]!;
  }

  /** All sets in use. */
  all(): AbilitySet[] {
    return [...this.byKey.values()];
  }

  /** The set of a volunteer, counted as used once more. */
  take(volunteer: Volunteer): AbilitySet {
    const key = keyOf(volunteer);
    const set = this.byKey.get(key) ?? this.make(key, volunteer);
    set.uses++;
    return set;
  }

  /** Counts a use less. */
  release(number: number): void {
    const set = this.at(number);
    if (--set.uses > 0) return;
    this.byKey.delete(set.key);
    this.byNumber[number] = undefined;
    this.freeNumbers.push(number);
  }

  private make(key: string, volunteer: Volunteer): AbilitySet {
    const number = this.freeNumbers.pop() ?? this.byNumber.length;
    const found = scarcestLanguage(volunteer.languages, this.weights);
    const scarcest = this.languages.get(found.language) ?? found;
    this.languages.set(scarcest.language, scarcest);
    const set = { number, key, abilities: abilitiesOf(volunteer, scarcest, this.weights), uses: 0 };
    this.byKey.set(key, set);
    this.byNumber[number] = set;
    this.scarcest[number] = scarcest;
    return set;
  }
}

/** The postings that somebody gets, one for each task that they can do in a language. */
export function abilitiesOf(volunteer: Volunteer, scarcest: Scarcest, weights: Weights): Ability[] {
  const abilities: Ability[] = [];
  const add = (language: string, levels: LanguageAbility) => {
    const scarcityGap = Math.max(0, scarcest.scarcity - scarcityOf(language, weights));
    for (const task of TASKS) {
      const level = levels[task];
      if (level === 0) continue;
      const points = languagePoints({ language, position: 0, level, scarcityGap }, weights);
      abilities.push({ key: shelfKey(language, task), language, task, level, points });
    }
  };
  // The first entry of a language counts, as in levelIn; Easy Japanese follows from Japanese alone.
  const seen = new Set<string>([EASY_JAPANESE]);
  for (const levels of volunteer.languages) {
    if (seen.has(levels.language)) continue;
    seen.add(levels.language);
    add(levels.language, levels);
    if (levels.language === 'ja' && volunteer.isAtEaseWithEasyJapanese) add(EASY_JAPANESE, levels);
  }
  return abilities;
}

function keyOf({ languages, isAtEaseWithEasyJapanese }: Volunteer): string {
  const levels = languages.map((each) => `${each.language} ${TASKS.map((task) => each[task]).join('')}`);
  return `${isAtEaseWithEasyJapanese ? 'easy' : ''}|${levels.join('|')}`;
}
