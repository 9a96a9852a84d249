import { changedRoles, endedSession } from '../platform/live/endings.ts';
import type { Live } from '../platform/live/live.ts';
import { type Listening, streamChanges } from '../platform/live/stream.ts';
import type { Actor } from '../platform/permissions.ts';
import { get, type Route } from '../platform/web/route.ts';
import { pagesPaths } from './paths.ts';

/** The stream of changes of whoever is signed in: their own matters, and the desk's for coordinators. */
export function liveRoute(live: Live): Route {
  return get({
    path: pagesPaths.live,
    access: 'person',
    audit: null,
    handle: (call) => ({
      kind: 'response',
      response: streamChanges(live, listeningOf(call.actor), call.headers),
    }),
  });
}

function listeningOf({ personId, sessionId, roles, strong }: Actor): Listening {
  const seesDesk = roles.has('coordinator') && strong;
  return {
    topics: [`person:${personId}`, ...(seesDesk ? ['desk'] : [])],
    endings: [endedSession(sessionId ?? ''), changedRoles(personId ?? '')],
  };
}
