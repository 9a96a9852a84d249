import type { Route } from '../route.ts';

const USUAL_SECONDS = 10;
/** Whoever needs a page that stands without the database does not wait for it. */
const WITHOUT_DATABASE_SECONDS = 0.8;

/** How many seconds a route may take, once all of the request is here. */
export function secondsFor(route: Pick<Route, 'seconds' | 'withoutDatabase'>): number {
  return route.seconds ?? (route.withoutDatabase ? WITHOUT_DATABASE_SECONDS : USUAL_SECONDS);
}

/**
 * Waits for work no longer than people do. The work may still end well afterwards: a form sent again is known by its key.
 * @throws TooSlow
 */
export async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new TooSlow()), seconds * 1000);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

/** Counts as the database being away: between its first answer and the end of its preparation it is nobody's yet. */
export class NotOpenYet extends Error {
  readonly code = 'ETIMEDOUT';
  constructor() {
    super('the house is not open yet');
  }
}

/** Counts as the database being away (`isDatabaseAway`): there is nothing else that a request waits for. */
class TooSlow extends Error {
  readonly code = 'ETIMEDOUT';
  constructor() {
    super('the request took too long');
  }
}
