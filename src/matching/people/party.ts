import type { Gender, LanguageAbility, Level, Place, Task } from '../dispatch/types.ts';

/** What residents come for and volunteers offer. */
export type Purpose =
  | 'talk'
  | 'practice_japanese'
  | 'daily_life'
  | 'procedures'
  | 'raise_children'
  | 'friend_for_child'
  | 'culture';

/** What one side asks of the other; each is a condition, never a matter of taste that could be weighed. */
export interface Wishes {
  /** Every adult of the other side is one; null when it does not matter. */
  gender: Gender | null;
  withoutChildren: boolean;
  withoutPets: boolean;
  withoutSmoking: boolean;
}

/**
 * One side of a pair: a person, a couple or a family who apply together and are paired as one. Everything the
 * engine may know stands here. Nationality, religion, residence status and looks have no field, so no
 * condition and no factor can use them.
 */
export interface Party {
  /** Names the application; unique on its side of a round. */
  id: string;
  /** Everybody in the party, so that restrictions and former pairs hold for each of them. */
  personIds: readonly string[];
  householdIds: readonly string[];
  employerIds: readonly string[];
  isInPool: boolean;
  /** The middle of a town, never an exact address. */
  place: Place;
  /**
   * A label for the place in the coordinator's words (a municipality code), used only to say whom to recruit.
   */
  area: string;
  /** How far this side is willing to go to meet, in kilometers as the crow flies. */
  reachKilometers: number;
  isOnlineOk: boolean;
  languages: readonly LanguageAbility[];
  /** The free half hours of a usual week, in the form of `Calendar.weekly`. */
  weekly: string;
  /** One for each adult; null for who did not say, which fits no wish. */
  adultGenders: readonly (Gender | null)[];
  childAges: readonly number[];
  hasPets: boolean;
  smokes: boolean;
  wishes: Wishes;
  interests: readonly string[];
  /** Persons with whom somebody of this party has been a pair. */
  formerPartnerIds: readonly string[];
  /** Those of them with whom this side asks to be a pair again. */
  wantsAgainIds: readonly string[];
  /**
   * Persons whom a decision of the organization keeps apart from this party; the reason stays outside the
   * engine.
   */
  keptApartFromIds: readonly string[];
}

export interface Resident extends Party {
  spokenJapanese: Level;
  /** What the two will mainly do in their shared language. */
  task: Task;
  purposes: readonly Purpose[];
  /** Those of `purposes` without which a pair would be of no use: the volunteer has to offer every one. */
  requiredPurposes: readonly Purpose[];
  /** Experience or training, in the organization's words, without which nobody may take this need. */
  wantsExperience: readonly string[];
  waiting: Waiting;
}

/** How long a resident has been waiting and how hard that is; see `urgencyOf`. */
export interface Waiting {
  /** ISO day on which the resident became ready for a pair. */
  since_on: string;
  /** Days since then on which the resident had paused the application. */
  pausedDays: number;
  /** How hard waiting is, as the coordinator judged it: 0 as for most, 1 hard, 2 harder, 3 hardest. */
  need: 0 | 1 | 2 | 3;
  /** Proposals that came to nothing through no choice of the resident. */
  fallenThrough: number;
}

export interface Volunteer extends Party {
  isAtEaseWithEasyJapanese: boolean;
  offers: readonly Purpose[];
  /** What the volunteer has experience or training in, in the same words as `wantsExperience`. */
  experienceIn: readonly string[];
  /** Pairs this volunteer can be in at the same time, and is in now. */
  capacity: number;
  currentPairs: number;
  completedPairs: number;
}

/** A sentence as data: a code that names it and what stands in its gaps. The words are in `messages/`. */
export interface Reason {
  code: string;
  params: Readonly<Record<string, string | number | readonly string[]>>;
}
