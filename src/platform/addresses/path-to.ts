/** The names after the colons of a path: `/spot/requests/:id` has `id`. */
export type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [name in Name]: string } & ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [name in Name]: string }
    : unknown;

/** Builds the addresses of one route, without the language. */
export interface PathTo<Pattern extends string> {
  (...params: unknown extends ParamsOf<Pattern> ? [] : [params: ParamsOf<Pattern>]): string;
  /** The path with its names, as the route is declared. */
  readonly pattern: Pattern;
}

/**
 * The one place where a route's path stands: the route is declared with it, and whoever leads there builds the address.
 * @param pattern such as `/spot/requests/:id`
 */
export function pathTo<Pattern extends string>(pattern: Pattern): PathTo<Pattern> {
  // Every second piece is a name.
  const pieces = pattern.split(/:(\w+)/);
  const build = (params: Readonly<Record<string, string>> = {}) =>
    pieces.map((piece, at) => (at % 2 === 0 ? piece : params[piece])).join('');
  return Object.assign(build, { pattern }) as PathTo<Pattern>;
}
