import type { Piece } from '../../kits/pieces/index.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { StorySource } from '../../platform/parts/story-drafts.ts';

export const PARTS = ['resident', 'volunteer', 'pair'] as const;
/** As what somebody tells; for the organization, whoever began a story from what it held. */
export type TellerPart = (typeof PARTS)[number] | 'staff';

export const CHANNELS = ['site', 'press', 'social', 'print'] as const;
/** Where somebody agrees to be: our pages, newspapers, networks, paper. */
export type Channel = (typeof CHANNELS)[number];

export const NAMINGS = ['name', 'nickname', 'none'] as const;
export type Naming = (typeof NAMINGS)[number];

export const GRADES = ['typo', 'helps', 'meaning', 'dangerous'] as const;
/** How far a change goes for those who read what was there before. */
export type Grade = (typeof GRADES)[number];

export const CHILD_AGES = ['baby', 'preschool', 'school', 'teen'] as const;
export type ChildAge = (typeof CHILD_AGES)[number];

export type StoryState = 'invited' | 'told' | 'asked' | 'agreed' | 'published' | 'declined' | 'recalled';

/** What readers could tell of whom it is about. */
export interface Told {
  readonly ward: string | null;
  readonly language: string | null;
  readonly childAge: ChildAge | null;
  readonly job: boolean;
}

/** What somebody tells of what they did together with others. */
export interface Story {
  readonly id: string;
  readonly state: StoryState;
  readonly tellerId: string;
  readonly part: TellerPart;
  /** The language in which it was told. */
  readonly source: Locale;
  readonly invitedBy: string | null;
  /** Of what of another module it began. */
  readonly begunFrom: StorySource | null;
  readonly tells: Told;
  /** Somebody must not find them: neither face nor place, unless they say otherwise. */
  readonly isGuarded: boolean;
  /** Of the source. */
  readonly revision: number;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly agreedAt: Temporal.Instant | null;
  readonly publishedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

export const ORIGINS = ['written', 'person', 'machine', 'checked'] as const;
/** Where words come from: whoever told it, a person who translated, a machine, or a machine whose words a person has checked. */
export type Origin = (typeof ORIGINS)[number];

/** A piece of a text, as long as a paragraph. */
export type StoryPiece = Piece<Origin>;

/** A story in one language: the first piece is its title. */
export interface StoryText {
  readonly locale: Locale;
  readonly pieces: readonly StoryPiece[];
  /** The revision of the source that it says again. */
  readonly basedOn: number;
  /** Its pieces as they were read when everybody was asked last; absent where nobody has read them. */
  readonly asked?: readonly string[] | undefined;
}

export interface Revision {
  readonly revision: number;
  readonly grade: Grade;
}

/** A part of a picture in percent: left, top, width, height. */
export type Box = readonly [number, number, number, number];

export type ConsentState = 'named' | 'asked' | 'agreed' | 'declined' | 'recalled';

/** Somebody in a story, and what they agreed to. */
export interface Consent {
  readonly id: string;
  readonly storyId: string;
  readonly personId: string | null;
  readonly email: string | null;
  readonly name: string;
  /** Who answers for a child. */
  readonly guardian: string | null;
  readonly isChild: boolean;
  readonly locale: Locale;
  readonly inText: boolean;
  readonly inPicture: boolean;
  readonly face: Box | null;
  readonly state: ConsentState;
  readonly askedBy: string | null;
  readonly askedAt: Temporal.Instant | null;
  /** To the letter. */
  readonly agreedText: string | null;
  readonly agreedHash: string | null;
  readonly uses: readonly Channel[];
  readonly naming: Naming;
  readonly shownAs: string | null;
  readonly showsFace: boolean;
  readonly showsPlace: boolean;
  readonly untilAt: Temporal.Instant | null;
  readonly agreedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly version: number;
}

/** By which a picture is known again. */
export interface PictureSigns {
  readonly sha256: string;
  readonly fingerprint: string;
}

export interface StoryPicture extends PictureSigns {
  readonly storyId: string;
  readonly originalId: string;
  readonly shownId: string | null;
  readonly smallId: string | null;
  readonly crop: Box | null;
  /** What is to be seen, by language. */
  readonly alt: Partial<Readonly<Record<Locale, string>>>;
  /** Of the picture as it is shown. */
  readonly shown: PictureSigns | null;
}

/** What is ours ends at a word; the rest we can only ask to be taken away. */
export const OWN_USES = ['page', 'picture', 'share', 'paper', 'home'] as const;
export const OTHER_USES = ['newsletter', 'press_kit', 'press', 'social', 'print'] as const;
export type UseKind = (typeof OWN_USES)[number] | (typeof OTHER_USES)[number];

/** A place in which a story is, or was. */
export interface Use {
  readonly id: string;
  readonly storyId: string;
  readonly kind: UseKind;
  readonly channel: Channel;
  readonly place: string;
  readonly isOurs: boolean;
  readonly at: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  /** When whoever has it was asked to take it away. */
  readonly toldAt: Temporal.Instant | null;
}

/** That somebody agreed, said no or took it back; nothing of who they are. */
export interface Proof {
  readonly code: string;
  readonly act: 'agreed' | 'declined' | 'recalled' | 'ended';
  readonly at: Temporal.Instant;
  readonly textHash: string | null;
}
