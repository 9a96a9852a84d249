/** The eight kinds of help that Spot gives. The order is the bit order of category masks: append, never reorder. */
export const CATEGORIES = [
  'admin',
  'medical',
  'childcare',
  'education',
  'lifeline',
  'housing',
  'phone',
  'paper',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What somebody can do in a language: each has a level of its own. */
export const TASKS = ['speak', 'read', 'write', 'phone'] as const;
export type Task = (typeof TASKS)[number];

/** CEFR as a number: 0 none, 1 A1, 2 A2, 3 B1, 4 B2, 5 C1, 6 C2 or first language. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type Gender = 'female' | 'male' | 'other';

/** A point on the plane of plane.ts, in whole meters. */
export type Place = { eastMeters: number; northMeters: number };

/** A language (BCP 47, as in the profile) with a level for each task. */
export type LanguageAbility = { language: string } & Record<Task, Level>;

/** Half-open stretch of time in epoch minutes: from ≤ t < to. */
export type Interval = { fromMinute: number; toMinute: number };

/**
 * When a volunteer can help. `weekly` is 84 hex digits, one bit for each half hour from Monday 0:00, most
 * significant bit first (weekly.ts). An exception adds or removes time, a pause removes all of it, a visit is
 * a promise already made.
 */
export type Calendar = {
  weekly: string;
  exceptions: readonly (Interval & { isFree: boolean })[];
  pauses: readonly Interval[];
  visits: readonly Interval[];
};

/** A volunteer as dispatch sees them. Nationality, religion, residence status and looks have no field. */
export type Volunteer = {
  /** The person's id: whoever asks cannot be their own volunteer. */
  id: string;
  householdId: string | null;
  isApproved: boolean;
  gender: Gender | null;
  place: Place | null;
  /** How far they go for a visit. */
  reachKilometers: number;
  languages: readonly LanguageAbility[];
  isAtEaseWithEasyJapanese: boolean;
  /** Kinds of help they say they know. */
  skills: readonly Category[];
  /** Kinds of help they have given at least once. */
  practiced: readonly Category[];
  visitsDone: number;
  /** Epoch day of the last offer and of the last visit, null when there was none. */
  lastAskedOn: number | null;
  lastServedOn: number | null;
  calendar: Calendar;
};

/**
 * A time at which the resident could be helped: `weekday` 0 Monday to 6 Sunday and `slot` 0 to 47 are the
 * local half hour in which it starts, `startMinute` the epoch minute. Make it with `toPossibleTime`.
 */
export type PossibleTime = { startMinute: number; durationMinutes: number; weekday: number; slot: number };

export type DispatchRequest = {
  id: string;
  residentId: string;
  householdId: string | null;
  category: Category;
  task: Task;
  /** The least a volunteer must be able to do this task at, in the language they use. */
  neededLevel: Level;
  /** Languages in which the resident can be helped, the most comfortable first. */
  languages: readonly string[];
  /** The resident's spoken Japanese; from A2 Easy Japanese is possible as well. */
  spokenJapanese: Level;
  mode: 'in_person' | 'online' | 'phone';
  /** Where to meet; needed for `in_person`, ignored otherwise. */
  place: Place | null;
  possibleTimes: readonly PossibleTime[];
  /** Time kept free before and after other visits. */
  travelBufferMinutes: number;
  genderWish: 'female' | 'male' | null;
  restrictedVolunteerIds: readonly string[];
  askedVolunteerIds: readonly string[];
  /** The clock: today's epoch day where the organization is. */
  today: number;
};

export type Reason = { code: string; params: Record<string, string | number>; points: number };

export type RankedVolunteer = {
  volunteerId: string;
  score: number;
  /** The language they would use: one of the request's, or `ja-easy`. */
  language: string;
  possibleTimes: PossibleTime[];
  reasons: Reason[];
};

/** What every ranking offers, from memory or from the database: the same answers in the same order. */
export type DispatchIndex = {
  best(request: DispatchRequest, limit: number): RankedVolunteer[] | Promise<RankedVolunteer[]>;
};
