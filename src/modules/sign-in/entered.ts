import { leaveDraft } from '../../kits/forms/index.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { hrefIn } from '../../platform/languages/reading.tsx';
import type { Call, Reply } from '../../platform/web/route.ts';
import { endSession } from './sessions/store.ts';
import type { Entered } from './types.ts';

/**
 * Answers somebody who has just come in: cookies, audit entry, and on to where they wanted to go. The session that
 * this browser had before ends, and so does its way to a visitor's draft.
 *
 * It is no `redirect`, because the web kit would repeat that one without the cookies when a button is pressed twice.
 */
export async function welcomeIn(call: Call<unknown, unknown, Tx>, entered: Entered): Promise<Reply> {
  const { personId, sessionId } = call.actor;
  if (personId && sessionId && sessionId !== entered.sessionId)
    await endSession(call.db, { id: sessionId, personId, now: call.now });
  await call.audit({
    subjectIds: [entered.personId],
    object: { kind: 'sign_in.session', id: entered.sessionId },
  });
  return sendTo(hrefIn(call.locale, entered.path), [...entered.cookies, ...leaveDraft(call.headers)]);
}

/** Sends on with cookies (303); the path has its language already. */
export function sendTo(location: string, cookies: readonly string[]): Reply {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return { kind: 'response', response: new Response(null, { status: 303, headers }) };
}
