import type {
  SpotAbsentSide,
  SpotAssignmentEnd,
  SpotCategory,
  SpotGenderWish,
  SpotOfferState,
  SpotPlaceKind,
  SpotRedirectTarget,
  SpotRenderingOrigin,
  SpotSolution,
} from '../../platform/database/generated.ts';
import type { Party, RequestAct, RequestState } from './transitions.ts';

export type Category = SpotCategory;
export type PlaceKind = SpotPlaceKind;
export type GenderWish = SpotGenderWish;
export type RenderingOrigin = SpotRenderingOrigin;
export type RedirectTarget = SpotRedirectTarget;
export type OfferState = SpotOfferState;
export type AssignmentEnd = SpotAssignmentEnd;
export type Solution = SpotSolution;
/** Who was not there. */
export type AbsentSide = SpotAbsentSide;

/** The kinds of help, in the order in which they are offered. */
export const CATEGORIES = [
  'admin',
  'medical',
  'childcare',
  'education',
  'lifeline',
  'housing',
  'phone',
  'paper',
] as const satisfies readonly Category[];

/** What a volunteer has to do in both languages. */
export const LANGUAGE_TASKS = ['speak', 'read', 'write', 'phone'] as const;
export type LanguageTask = (typeof LANGUAGE_TASKS)[number];

export const PLACE_KINDS = ['place', 'online', 'phone'] as const satisfies readonly PlaceKind[];
export const GENDER_WISHES = ['female', 'male'] as const satisfies readonly GenderWish[];
export const REDIRECT_TARGETS = [
  'consultation',
  'official_office',
  'helpline',
] as const satisfies readonly RedirectTarget[];
export const SOLUTIONS = ['solved', 'partly', 'not_solved'] as const satisfies readonly Solution[];

/** The greatest lengths of texts, in characters. */
export const MOST = {
  ownWords: 2000,
  japaneseWords: 4000,
  goodToKnow: 1000,
  placeName: 200,
  town: 100,
  exactAddress: 300,
  reason: 500,
  note: 1000,
  outcomeWords: 1000,
  reportWords: 2000,
  photos: 5,
  /** As many rows as the forms have; administrators may set fewer. */
  possibleTimes: 3,
} as const;

/** Who does something, in what part, and when. */
export interface Doer {
  /** null for the program itself. */
  readonly personId: string | null;
  readonly party: Party;
  readonly now: Temporal.Instant;
}

/** What a requester says when asking. */
export interface RequestForm {
  readonly category: Category;
  /** In their own words and language. */
  readonly ownWords: string;
  /** BCP 47 tag of the language of `ownWords`. */
  readonly ownWordsLocale: string;
  /** The same in Japanese, if the requester wrote it. */
  readonly japaneseWords: string | null;
  readonly neededTasks: readonly LanguageTask[];
  /** BCP 47 tags, the most comfortable first. */
  readonly talkLanguages: readonly string[];
  readonly isEasyJapaneseOk: boolean;
  readonly place: RequestPlace;
  readonly genderWish: GenderWish | null;
  readonly goodToKnow: string | null;
  readonly durationMinutes: number;
  readonly possibleTimes: readonly Temporal.Instant[];
  /** Files already kept by the platform, owned by the requester. */
  readonly photoIds: readonly string[];
}

export interface RequestPlace {
  readonly kind: PlaceKind;
  /** JIS code of the municipality, five digits; needed for a place. */
  readonly municipalityCode: string | null;
  readonly town: string | null;
  /** What the place is called: `Sumida ward office, 2nd floor`. */
  readonly placeName: string | null;
  /** Only if a visit needs it; shown only to the two people between confirmation and the end of the visit. */
  readonly exactAddress: string | null;
}

/** A Japanese rendering of the requester's words, by a person. */
export interface JapaneseRendering {
  readonly words: string;
  readonly origin: RenderingOrigin;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** A request as those see it who may see all of it but the exact address (`findMeetingPlace`). */
export interface SupportRequest extends Omit<RequestForm, 'japaneseWords' | 'place'> {
  readonly id: string;
  readonly requesterId: string;
  readonly enteredBy: string | null;
  readonly state: RequestState;
  readonly stateSince: Temporal.Instant;
  readonly submittedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  /** When its texts and photos were forgotten; `ownWords` is empty then. */
  readonly forgottenAt: Temporal.Instant | null;
  /** Send it along with a form; a form of an older version is refused. */
  readonly version: number;
  readonly coordinatorId: string | null;
  readonly japanese: JapaneseRendering | null;
  readonly place: Omit<RequestPlace, 'exactAddress'> & { readonly hasExactAddress: boolean };
  readonly redirectedTo: RedirectTarget | null;
  readonly outcomeWords: string | null;
  readonly wasCancelledLate: boolean;
}

/** One act in a request's history. */
export interface HistoryLine {
  readonly act: RequestAct;
  readonly from: RequestState | null;
  readonly to: RequestState;
  readonly byPerson: string | null;
  readonly byParty: Party;
  readonly reason: string | null;
  readonly at: Temporal.Instant;
}

/** A reason of the ranking: `code` is a key of the messages in matching/dispatch. */
export interface OfferReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly points: number;
}

/** A request put to one volunteer. */
export interface Offer {
  readonly id: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly wave: number;
  readonly state: OfferState;
  readonly score: number;
  /** The language they would use: one of the request's, or `ja-easy`. */
  readonly language: string;
  readonly distanceMeters: number | null;
  readonly reasons: readonly OfferReason[];
  readonly askedAt: Temporal.Instant;
  /** null for the program itself. */
  readonly askedBy: string | null;
}

/** A volunteer who said yes to a request at a time. */
export interface Assignment {
  readonly id: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly language: string;
  readonly isActive: boolean;
  readonly confirmedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBecause: AssignmentEnd | null;
  /** Of a visit that did not happen: who was not there. */
  readonly absent: AbsentSide | null;
}

/** How the visit of an assignment went; all null before it. */
export interface VisitRecord {
  readonly assignmentId: string;
  readonly checkedInAt: Temporal.Instant | null;
  readonly checkedOutAt: Temporal.Instant | null;
  readonly report: VisitReport | null;
  readonly feedback: VisitFeedback | null;
  /** When the feedback was given. */
  readonly feedbackAt: Temporal.Instant | null;
  /** When coordinators had looked into what worried the requester and closed it. */
  readonly worryClosedAt: Temporal.Instant | null;
}

/** By the volunteer. */
export interface VisitReport {
  readonly doneWords: string;
  readonly spentMinutes: number;
  readonly learnedWords: string | null;
}

/** By the requester. */
export interface VisitFeedback {
  readonly solution: Solution;
  readonly thanksWords: string | null;
  readonly isUnsafe: boolean;
  readonly unsafeWords: string | null;
}
