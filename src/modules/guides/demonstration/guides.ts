import type { Locale } from '../../../platform/languages/locales.ts';
import type { Category, Fact, FactKind, FactWords, GuideWords, Origin } from '../types.ts';
import ambulance from './data/ambulance.json' with { type: 'json' };
import facts from './data/facts.json' with { type: 'json' };
import garbage from './data/garbage.json' with { type: 'json' };
import hospital from './data/hospital.json' with { type: 'json' };
import insurance from './data/insurance.json' with { type: 'json' };
import movingIn from './data/moving-in.json' with { type: 'json' };
import offices from './data/offices.json' with { type: 'json' };
import school from './data/school.json' with { type: 'json' };

/** What a guide of the invented world says in one language. */
export interface Told extends Omit<GuideWords, 'steps' | 'bring' | 'heard'> {
  readonly origin?: Origin;
  readonly bring: readonly string[];
  readonly heard: readonly string[];
  readonly steps: readonly (readonly [title: string, text: string])[];
}

export interface ToldGuide {
  readonly slug: string;
  readonly category: Category;
  readonly municipality?: string;
  /** By the places of its steps, from 0. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
  readonly texts: Partial<Readonly<Record<Locale, Told>>>;
}

export interface ToldFact {
  readonly kind: FactKind;
  readonly municipality?: string;
  readonly source: string;
  readonly everyDays: number;
  readonly texts: Readonly<Record<Locale, FactWords>>;
}

/**
 * Lines with their sources, as the helplines have them: nobody of an invented world has called them, so none is verified.
 * What stands for a window or hours of a ward says that it is a sample.
 */
export const FACTS = facts as unknown as Readonly<Record<string, ToldFact>>;

export interface ToldOffice extends ToldFact, Pick<Fact, 'fields' | 'languages' | 'phone' | 'cost'> {
  /** null: nobody has looked yet. */
  readonly verifiedDaysAgo: number | null;
}
/** Invented bodies, each of which says that it is a sample: none of the numbers leads anywhere. */
export const OFFICES = Object.values(offices as unknown as Readonly<Record<string, ToldOffice>>);

/** Those that everybody reads, in the order in which they were written; the last waits for a second pair of eyes. */
export const PUBLIC = [movingIn, school, hospital, ambulance, garbage] as unknown as readonly ToldGuide[];
export const IN_REVIEW = insurance as unknown as ToldGuide;
