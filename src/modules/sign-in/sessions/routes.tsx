import { z } from 'zod';
import { forgetDraftOf } from '../../../kits/forms/index.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { STAFF_ROLES } from '../../../platform/permissions.ts';
import { backPath } from '../../../platform/web/passage/back-path.ts';
import { get, missing, page, post, type Route, redirect } from '../../../platform/web/route.ts';
import { forgetOtherDevices } from '../devices/store.ts';
import { sendTo } from '../entered.ts';
import { signInPaths } from '../paths.ts';
import { findFactors } from '../second-factor/store/authenticators.ts';
import type { SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { noSessionCookie } from './cookie.ts';
import { endOtherSessions, endSession, listSessions } from './store.ts';
import { SessionsPage } from './views.tsx';

/** /sessions and /sign-out: where one is signed in, and ending it. */
export function sessionRoutes(signIn: SignIn): Route[] {
  return [listRoute(signIn), endElsewhereRoute(signIn), endRoute, signOutRoute];
}

function listRoute(signIn: SignIn): Route {
  return get({
    path: signInPaths.sessions,
    access: 'person',
    audit: null,
    async handle(call) {
      const { personId, sessionId, roles } = call.actor;
      if (!personId) return missing();
      const sessions = await listSessions(call.db, signIn, { personId, roles, now: call.now });
      const factors = await findFactors(call.db, personId);
      const isStaff = STAFF_ROLES.some((role) => roles.has(role));
      const title = signInMessages.in(call.locale).plain('sessions_title');
      return page(
        title,
        <SessionsPage sessions={sessions} current={sessionId} factors={factors} isStaff={isStaff} />,
      );
    },
  });
}

/** Before `/sessions/:id/ending`, whose id it would be taken for. */
const endElsewhereRoute = (signIn: SignIn): Route =>
  post({
    path: signInPaths.sessionsElsewhereEnding,
    access: 'person',
    audit: 'sign_in.session.ended',
    async handle(call) {
      const { personId, sessionId } = call.actor;
      if (!personId) return missing();
      const count = await endOtherSessions(call.db, { personId, except: sessionId, now: call.now });
      await forgetOtherDevices(call.db, signIn, { personId, headers: call.headers });
      await call.audit({ subjectIds: [personId], detail: { count } });
      const text = signInMessages.in(call.locale).noted('ended_elsewhere', { count });
      return redirect(signInPaths.sessions(), { tone: 'done', text });
    },
  });

const endRoute: Route = post({
  path: signInPaths.sessionEnding,
  access: 'person',
  audit: 'sign_in.session.ended',
  async handle(call) {
    const { id } = call.params;
    const personId = call.actor.personId ?? '';
    const ended = await endSession(call.db, { id, personId, now: call.now });
    if (ended === 'no_such_session') return missing();
    await call.audit({ subjectIds: [personId], object: { kind: 'sign_in.session', id } });
    const text = signInMessages.in(call.locale).noted('ended_session');
    return redirect(id === call.actor.sessionId ? '/' : signInPaths.sessions(), { tone: 'done', text });
  },
});

/** Signing out without being signed in is no mistake. `back`: somebody else signs in, and goes on there. */
const signOutRoute: Route = post({
  path: signInPaths.signOut,
  access: 'everyone',
  audit: 'sign_in.session.ended',
  form: z.object({ back: z.string().optional() }),
  async handle(call) {
    const { personId, sessionId } = call.actor;
    if (personId && sessionId) {
      await endSession(call.db, { id: sessionId, personId, now: call.now });
      await call.audit({ subjectIds: [personId], object: { kind: 'sign_in.session', id: sessionId } });
    }
    const { back } = call.fields;
    const path =
      back === undefined ? '/' : `${signInPaths.signIn()}?back=${encodeURIComponent(backPath(back))}`;
    const reply = sendTo(hrefIn(call.locale, path), [
      noSessionCookie(),
      ...(await forgetDraftOf(call.db, call.headers)),
    ]);
    // On a shared device the next one must not find the pages by going back.
    if (reply.kind === 'response') reply.response.headers.set('clear-site-data', '"cache"');
    return reply;
  },
});
