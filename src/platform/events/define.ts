import type { Tx } from '../database/connect.ts';
import type { JobContext } from '../jobs/task.ts';
import { tellPages } from '../live/tell-pages.ts';
import type { From, HeardEvent, Listener } from './listener.ts';
import { keepEvents } from './store.ts';

/** Name → the ids it carries; one that may be missing ends in a question mark. */
type Shapes = Readonly<Record<string, readonly string[]>>;

type Needed<Id extends string> = Id extends `${string}?` ? never : Id;
type Optional<Id extends string> = Id extends `${infer Name}?` ? Name : never;

/** `['requestId', 'byPersonId?']` → `{ requestId: string; byPersonId?: string }`. */
export type IdsOf<Ids extends readonly string[]> = {
  readonly [Id in Needed<Ids[number]>]: string;
} & { readonly [Id in Optional<Ids[number]>]?: string | undefined };

/** Something that happened, past tense: `spot.request.submitted`. It carries ids only; listeners look up the rest. */
export interface DomainEvent<Type extends string, Ids> {
  readonly type: Type;
  readonly ids: Ids;
  /** Open pages that show it: `person:<id>` for each person concerned, `desk` for the coordinators. */
  readonly live?: readonly string[];
  /** Given for news that may be published again: the same id, the same news. */
  readonly id?: string | undefined;
}

/** The events that a module declares. */
export interface Events<S extends Shapes> {
  readonly shapes: S;
  /**
   * Keeps an event, and has the listeners of all modules hear of it after the transaction has committed, at least once each;
   * of a transaction that was rolled back nothing is kept or heard. News with an id that is kept already is not news.
   * @throws when it carries other ids than declared
   */
  publish<N extends keyof S & string>(tx: Tx, event: DomainEvent<N, IdsOf<S[N]>>): Promise<void>;
  /** The same of many at once, in this order. */
  publishAll<N extends keyof S & string>(
    tx: Tx,
    events: readonly DomainEvent<N, IdsOf<S[N]>>[],
  ): Promise<void>;
  /** A listener to one of them, which gets its ids by type. */
  hear<N extends keyof S & string>(listener: Hearing<N, IdsOf<S[N]>>): Listener;
}

interface Hearing<Type extends string, Ids> {
  readonly event: Type;
  readonly name: string;
  readonly from?: From;
  readonly formerly?: readonly string[] | undefined;
  handle(event: HeardEvent<Type, Ids>, context: JobContext): Promise<void>;
}

/** The names of declared events: `NameOf<typeof spotEvents>`. */
export type NameOf<E> = E extends Events<infer S> ? keyof S & string : never;

/**
 * Declares a module's events: `defineEvents({ 'spot.offer.asked': ['requestId', 'volunteerId'] })`. Only what is declared can
 * be published and heard, and only with its ids: the types see to it, and `publish` once more for ids that were spread in.
 */
export function defineEvents<const S extends Shapes>(shapes: S): Events<S> {
  const publishAll: Events<S>['publishAll'] = async (tx, events) => {
    for (const { type, ids } of events) refuseOtherIds(type, shapes[type] ?? [], ids);
    await keepEvents(
      tx,
      events.map(({ type, ids, id }) => ({ type, ids, id: id ?? crypto.randomUUID() })),
    );
    await tellPages(tx, [...new Set(events.flatMap(({ live = [] }) => live))]);
  };
  return {
    shapes,
    publish: (tx, event) => publishAll(tx, [event]),
    publishAll,
    // What is kept under a name has its ids: `publish` has seen to it.
    hear: (hearing) => ({ from: 'now', ...hearing }) as unknown as Listener,
  };
}

function refuseOtherIds(type: string, declared: readonly string[], ids: object): void {
  const given = Object.entries(ids).flatMap(([name, id]) => (id === undefined ? [] : [name]));
  const known = declared.map((name) => name.replace('?', ''));
  const strange = given.filter((name) => !known.includes(name));
  const missing = declared.filter((name) => !name.endsWith('?') && !given.includes(name));
  if (strange.length + missing.length > 0)
    throw new Error(`${type} was published with ${given}; declared are ${declared}`);
}
