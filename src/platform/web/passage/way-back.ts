import type { Route } from '../route.ts';

/**
 * How many steps up from where a form is sent lies the page that it is on: a refused form is shown at the address it was
 * sent to, and who switches the language there, or comes back to it, asks for a page that there is none of.
 * @returns each path with its steps; none that has a page of its own, and none below no page but the home page
 */
export function stepsToPages(routes: readonly Pick<Route, 'method' | 'path'>[]): Map<string, number> {
  const pages = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const found = new Map<string, number>();
  for (const { path } of routes) {
    const parts = path.split('/');
    const steps = parts.findIndex((_, up) => pages.has(parts.slice(0, parts.length - up).join('/')));
    if (steps > 0) found.set(path, steps);
  }
  return found;
}
