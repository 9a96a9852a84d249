import { housePaths } from '../platform/addresses/paths.ts';
import type { Thing } from '../platform/thing.ts';
import { get, missing, type Route, redirect } from '../platform/web/route.ts';

/** Where every thing is found by its kind (`pathOfThing`): leads its reader to its page, which sees to who may. */
export function thingRoute(things: readonly Thing[]): Route {
  return get({
    path: housePaths.thing,
    access: 'person',
    audit: null,
    handle({ params, actor }) {
      const thing = things.find(({ kind }) => kind === params.kind);
      if (!thing) return missing();
      return redirect(thing.pathFor(actor.roles.has('coordinator') ? 'staff' : 'party', params.id));
    },
  });
}
