import { After } from '../../../../platform/database/paging.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import { get, missing, type Route } from '../../../../platform/web/route.ts';
import { spotPaths } from '../../paths.ts';
import { showScene, withoutOwnWorry } from './page.tsx';
import { loadDeskScene, subjectsOf } from './scene.ts';

/** One request on the desk. */
export const requestDeskRoutes: readonly Route[] = [
  get({
    path: spotPaths.deskRequest,
    access: ['coordinator'],
    audit: 'spot.request.viewed',
    query: After,
    async handle(call) {
      const requestId = call.params.id;
      const whole = await loadDeskScene(call.db, {
        requestId,
        readerId: call.actor.personId,
        now: call.now,
        locale: call.locale,
        notesAfter: call.fields.after,
      });
      if (!whole) return missing();
      const scene = withoutOwnWorry(whole, call.actor.personId);
      await call.audit({
        subjectIds: subjectsOf(scene),
        object: { kind: 'spot.request', id: requestId },
        ...(scene.contacts.length > 0 && { detail: { contacts: scene.contacts.length } }),
      });
      return showScene(call, scene, FormState.fresh());
    },
  }),
];
