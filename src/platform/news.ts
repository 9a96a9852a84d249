import type { Database } from './database/connect.ts';
import type { Events } from './events/define.ts';
import type { Listener } from './events/listener.ts';
import type { Messages, Sentence } from './languages/messages.tsx';
import type { Actor, Role } from './permissions.ts';
import type { Subject } from './thing.ts';

/** What somebody can choose to be mailed about. */
export interface NewsGroup {
  /** Kept with what people have chosen. */
  readonly name: string;
  /** Its place among the others where people choose. */
  readonly order: number;
  /** Only people in these roles are ever told of it; missing: everybody. */
  readonly roles?: readonly Role[];
  /** Missing for the house's own two, whose words stand with the mails. */
  readonly label?: Sentence;
}

/** Matters of the coordinators' desk: one mail an hour at most. */
export const DESK: NewsGroup = { name: 'desk', order: 90, roles: ['coordinator'] };
/** What nobody can turn off. */
export const SAFETY: NewsGroup = { name: 'safety', order: 99 };

/** What tells a thing from others in a line: what it is, where, when. No name, words or address of anybody. */
export interface InShort {
  readonly what: Sentence;
  /** JIS code; null when nobody travels. */
  readonly municipalityCode: string | null;
  readonly at: Temporal.Instant | null;
}

/** As much of a thing as a mail may say: when it is, or could be, and in which municipality; never nearer than that. */
export interface WhenAndWhere {
  readonly times: readonly Temporal.Instant[];
  readonly municipalityCode: string | null;
}

/** A sort of thing that news are about beside their own words. */
export interface NewsThing {
  /** `spot.request`: as conversations name what they are about. */
  readonly kind: string;
  /** When it was planned, or could be: what is near does not wait for the morning. */
  timesOf(db: Database, id: string): Promise<readonly Temporal.Instant[]>;
  /** null when it is gone. */
  whenAndWhere(db: Database, id: string, personId: string): Promise<WhenAndWhere | null>;
  /** Those of these things that the reader has to do with now, by id. Missing: a line of the inbox says no more than its sentence. */
  listInShort?(db: Database, ids: readonly string[], reader: Actor): Promise<ReadonlyMap<string, InShort>>;
}

/** When its mail goes out: `waits` for the end of quiet hours; `if_soon` does too, unless what it is about is near; `now` never. */
export type Urgency = 'waits' | 'if_soon' | 'now';

/** Whether somebody may know, or need still be told, of a thing. */
export interface NewsQuestion {
  readonly db: Database;
  readonly personId: string;
  /** Their roles today; whoever cannot come in any more is not asked about. */
  readonly roles: ReadonlySet<Role>;
  /** Empty for news that lead to a page of one's own. */
  readonly objectId: string;
  readonly now: Temporal.Instant;
}

interface NewsFacts {
  readonly group: NewsGroup;
  readonly urgency: Urgency;
  /** Somebody may be in danger, or waits in vain: it stands before all other news, in the inbox and in a mail's subject. */
  readonly isGrave?: true;
  /** A mail leads to the inbox: the address of its own page would say to whoever reads along what it is about. */
  readonly isDiscreet?: true;
  /** Not worth a mail, since there is nothing to do. */
  readonly inboxOnly?: true;
  /** The page where somebody sees it, without the language. */
  path(objectId: string): string;
  /** Asked when it has happened, and again when a mail goes out: a tie that has ended takes its news with it. */
  mayKnow(question: NewsQuestion): Promise<boolean>;
  /** Asked when a mail goes out: what has been dealt with meanwhile is not mailed. Missing: it stays news whatever comes. */
  isStillSo?(question: NewsQuestion): Promise<boolean>;
  /** What it is about: its object is such a thing, or leads to one whose kind is known by another's news. */
  readonly about?: NewsThing | ((db: Database, objectId: string) => Promise<Subject | null>);
  /** Kinds of which an unread one within the hour makes this one needless, and this one those. */
  readonly sameAs?: readonly string[];
  /** Objects under which `sameAs` may have been told; missing: its own. */
  among?(db: Database, objectId: string): Promise<readonly string[]>;
  /** Where else it is read: the object of which it is on a page, null where it is not. */
  alsoReadAt?(db: Database, path: string): Promise<string | null>;
}

type Shapes = Readonly<Record<string, readonly string[]>>;
type Name<Id extends string> = Id extends `${infer N}?` ? N : Id;
/** All ids that some event of a module carries. */
type IdsAmong<S extends Shapes> = { readonly [Id in Name<S[keyof S][number]>]?: string | undefined };

/** An event as its recipients are found. */
interface Told<Ids> {
  readonly db: Database;
  readonly ids: Ids;
  readonly now: Temporal.Instant;
}

type Whom = readonly (string | undefined)[] | Promise<readonly string[]>;

/** A kind of news as its module declares it. */
export interface NewsDeclaration<K extends string, S extends Shapes> extends NewsFacts {
  /** What has happened. */
  readonly event: (keyof S & string) | readonly (keyof S & string)[];
  /** Whom it is told; whoever did it (`byPersonId`, `authorId`) or is spoken of (`aboutPersonId`) never is. */
  whom(told: Told<IdsAmong<S>>): Whom;
  /** The id that the page needs; missing for a page of one's own. */
  object?(ids: IdsAmong<S>): string | undefined;
  /** A sentence that a mail says besides: what to do when it was not oneself. */
  readonly advice?: K;
}

/** Something that people are told of: a line in their inbox, and a mail if they want one. */
export interface NewsKind extends NewsFacts {
  /** Unique in the house, and kept with each line. */
  readonly kind: string;
  readonly events: readonly string[];
  readonly sentence: Sentence;
  readonly advice?: Sentence;
  whom(told: Told<Readonly<Record<string, string>>>): Promise<readonly string[]>;
  object(ids: Readonly<Record<string, string>>): string | null;
  /** A listener to one of its events. */
  hear(event: string, hearing: Pick<Listener, 'name'> & { handle(...of: Hearing): Promise<void> }): Listener;
}
type Hearing = Parameters<Listener['handle']>;

type KindIn<Key extends string> = Key extends `news_${infer Kind}` ? Kind : never;

/**
 * What a module's events are told as, by kind. Each kind has its sentence `news_<kind>` in the module's catalog and each
 * such sentence its kind, else it does not compile. Two kinds of one event: whoever is told the first is not told the second.
 */
export function defineNews<K extends string, S extends Shapes>(
  { words, events }: { readonly words: Messages<K>; readonly events: Events<S> },
  declared: { readonly [Kind in KindIn<K>]: NewsDeclaration<K, S> },
): readonly NewsKind[] {
  return Object.entries<NewsDeclaration<K, S>>(declared).map(([kind, declaration]) => {
    const { event, whom, object, advice, ...facts } = declaration;
    return {
      ...facts,
      kind,
      events: [event].flat(),
      sentence: words.label(`news_${kind}` as K),
      ...(advice && { advice: words.label(advice) }),
      // What is kept under an event's name has its ids: `publish` has seen to it.
      async whom({ ids, ...told }) {
        const found: readonly (string | undefined)[] = await whom({ ...told, ids: ids as IdsAmong<S> });
        return found.filter((id) => id !== undefined);
      },
      object: (ids) => object?.(ids as IdsAmong<S>) ?? null,
      hear: (heard, hearing) => events.hear({ event: heard as keyof S & string, ...hearing }),
    };
  });
}
