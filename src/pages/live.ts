import type { Live } from '../platform/live/live.ts';
import { streamChanges } from '../platform/live/stream.ts';
import type { Actor } from '../platform/permissions.ts';
import { get, type Route } from '../platform/web/route.ts';

/** The stream of changes of whoever is signed in: their own matters, and the desk's for coordinators. */
export function liveRoute(live: Live): Route {
  return get({
    path: '/live',
    access: 'person',
    audit: null,
    handle: (visit) => ({
      kind: 'response',
      response: streamChanges(live, topicsOf(visit.actor), visit.headers),
    }),
  });
}

function topicsOf(actor: Actor): [string, ...string[]] {
  const seesDesk = actor.roles.has('coordinator') && actor.strong;
  return [`person:${actor.personId}`, ...(seesDesk ? ['desk'] : [])];
}
