import { type NewsGroup, type NewsKind, type NewsThing, SAFETY } from '../../../platform/news.ts';

/** What all modules of the house have to tell. */
export interface AllNews {
  readonly kinds: readonly NewsKind[];
  /** What can be turned off, in the order of the settings page: safety cannot. */
  readonly groups: readonly NewsGroup[];
  /** undefined for a kind of another version. */
  named(kind: string): NewsKind | undefined;
  thing(kind: string): NewsThing | undefined;
  /** What is read where somebody opens a page: the kinds that lead there. @param objectId the id in its path; null for a page about all things of its sort */
  leadingTo(path: string, objectId: string | null): readonly NewsKind[];
}

/** Stands for an id in a path: no path that anybody opens has one. */
const ANY_ID = '\n';

/**
 * Joins what modules have to tell.
 * @throws when two of them name a kind or a group alike
 */
export function gatherNews(told: readonly NewsKind[]): AllNews {
  const kinds = told.map((kind) => ({ ...kind, sameAs: sameAs(kind, told) }));
  const things = kinds.flatMap(({ about }) => (typeof about === 'object' ? [about] : []));
  const groups = [...new Set(kinds.map(({ group }) => group))].filter((group) => group !== SAFETY);
  refuseTwins(kinds.map(({ kind }) => kind));
  refuseTwins(groups.map(({ name }) => name));
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  const byThing = new Map(things.map((thing) => [thing.kind, thing]));
  // Every page that somebody opens with something unread asks: no address is built anew.
  const byPath = Map.groupBy(kinds, ({ path }) => path(ANY_ID));
  return {
    kinds,
    groups: groups.toSorted((a, b) => a.order - b.order),
    named: (kind) => byName.get(kind),
    thing: (kind) => byThing.get(kind),
    leadingTo: (path, objectId) => byPath.get(objectId ? path.replace(objectId, ANY_ID) : path) ?? [],
  };
}

/** Whoever says that it is the same as another says it for both. */
function sameAs({ kind, sameAs: named = [] }: NewsKind, told: readonly NewsKind[]): readonly string[] {
  const others = told.filter((other) => other.sameAs?.includes(kind)).map((other) => other.kind);
  return [...new Set([...named, ...others])];
}

function refuseTwins(names: readonly string[]): void {
  const twin = names.find((name, at) => names.indexOf(name) < at);
  if (twin) throw new Error(`Two modules have news called ${twin}.`);
}

/**
 * Who did it, or is spoken of, and so is never told.
 * @param ids those of the event
 */
export function doersOf(ids: Readonly<Record<string, string>>): readonly string[] {
  return [ids['byPersonId'], ids['authorId'], ids['aboutPersonId']].filter((id) => id !== undefined);
}
