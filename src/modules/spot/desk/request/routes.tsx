import { FormState } from '../../../../platform/web/form-state.ts';
import { get, missing, type Route } from '../../../../platform/web/route.ts';
import type { DeskServices } from '../services.ts';
import { showScene, withoutOwnWorry } from './page.tsx';
import { loadDeskScene, subjectsOf } from './scene.ts';

/** One request on the desk. */
export function requestDeskRoutes(services: DeskServices): readonly Route[] {
  return [
    get({
      path: '/desk/requests/:id',
      access: ['coordinator'],
      audit: 'spot.request.viewed',
      async handle(visit) {
        const requestId = visit.params.id;
        const whole = await loadDeskScene(visit.db, {
          requestId,
          readerId: visit.actor.personId,
          now: visit.now,
          locale: visit.locale,
          services,
        });
        if (!whole) return missing();
        const scene = withoutOwnWorry(whole, visit.actor.personId);
        await visit.audit({
          subjectIds: subjectsOf(scene),
          object: { kind: 'spot.request', id: requestId },
          ...(scene.contacts.length > 0 && { detail: { contacts: scene.contacts.length } }),
        });
        return showScene(visit, scene, FormState.fresh());
      },
    }),
  ];
}
