import type { Database } from '../database/connect.ts';
import type { Role } from '../permissions.ts';

/** A page to look at: which one, as whom, and its forms in which states. */
export interface PageToTake<World = never> {
  /** Part of file names. */
  readonly name: string;
  /** The route's path with its names, as it is declared. */
  readonly route: string;
  /** Staff screens exist in Japanese and English. */
  readonly languages: 'all' | 'staff';
  /** The path to open, without the language. */
  path(world: World): string;
  /** The id of who looks; null for a visitor. */
  who(world: World): string | null;
  /** The form whose filled and refused states are taken too, by the end of its action. */
  readonly form?: string;
}

/** What the names in a path stand for. */
export type PathParams = Readonly<Record<string, string>>;

/**
 * What a module has to show of itself, in the file `samples.ts` of its folder: tests of all routes and the pictures of all
 * pages find it there. Nothing that runs imports it.
 */
export interface Samples<World extends object = never> {
  /** What of a world there is to look at, under names that are once in the house. */
  find?(db: Database): Promise<Partial<World>>;
  /** Every page, in the order in which somebody would look through them. */
  readonly pages: readonly PageToTake<World>[];
  /** Routes that answer a browser with no page of their own, each with the reason. */
  readonly noPages?: Readonly<Record<string, string>>;
  /**
   * What the names in paths that begin with these can stand for; the longest beginning counts.
   * @param ids of the people of the small world, by name
   */
  readonly params?: Readonly<
    Record<string, (db: Database, ids: Readonly<Record<string, string>>) => Promise<readonly PathParams[]>>
  >;
}

/** Somebody or something that a world lacks. */
export const NOBODY_ID = '00000000-0000-4000-8000-000000000000';

type Looking<World> = Partial<Omit<PageToTake<World>, 'route'>>;

/** A page as a visitor sees it, unless said. */
export function look<World>(route: string, more: Looking<World> = {}): PageToTake<World> {
  const name = route.replaceAll(/[/:.]+/g, '-').replace(/^-/, '') || 'home';
  return { name, route, languages: 'all', path: () => route, who: () => null, ...more };
}

/** A page as a coordinator sees it, or who else of the staff. */
export function staffLook<World extends { personWith(role: Role): string }>(
  route: string,
  more: Looking<World> & { role?: Role } = {},
): PageToTake<World> {
  return look(route, { languages: 'staff', who: as(more.role ?? 'coordinator'), ...more });
}

/** Whoever has a role. */
export function as(role: Role): (world: { personWith(role: Role): string }) => string {
  return (world) => world.personWith(role);
}
