import { z } from 'zod';
import { missing, post, type Reply, type Route, refusedBy } from '../../../platform/web/route.ts';
import { welcomeIn } from '../entered.ts';
import { backField } from '../fields.ts';
import { signInPaths } from '../paths.ts';
import type { SignIn } from '../types.ts';
import { passkeyAnswer } from './answer.ts';
import { beginPasskeySignIn, enterWithPasskey } from './enter.ts';

/** POST /sign-in/passkey and its challenge: signing in with finger, face or PIN of one's own device. */
export function passkeySignInRoutes(signIn: SignIn): Route[] {
  return [
    post({
      path: signInPaths.signInPasskeyChallenge,
      access: 'everyone',
      audit: null,
      limit: { by: 'address', tries: 120, minutes: 10 },
      async handle(call) {
        const { headers, now } = call;
        const begun = await beginPasskeySignIn(call.db, signIn, { headers, now });
        return begun ? answerJson(begun.options, [begun.cookie]) : missing();
      },
    }),
    post({
      path: signInPaths.signInPasskey,
      access: 'everyone',
      audit: 'sign_in.session.started',
      limit: { by: 'address', tries: 120, minutes: 10 },
      form: z.object({ credential: passkeyAnswer, back: backField }),
      async handle(call) {
        const { headers, now, fields } = call;
        const outcome = await enterWithPasskey(call.db, signIn, { ...fields, headers, now });
        return outcome.ok ? welcomeIn(call, outcome.value) : refusedBy(outcome.refusal);
      },
    }),
  ];
}

/** For the script on the page; null: nothing to offer. */
export function answerJson(value: object | null, cookies: readonly string[] = []): Reply {
  if (!value) return missing();
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return { kind: 'response', response: new Response(JSON.stringify(value), { headers }) };
}
