import { draftBehind } from '../../../kits/forms/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { newToken } from '../keys.ts';
import type { SignIn } from '../types.ts';
import { attemptCookie } from './cookie.ts';
import { takeShare } from './shares.ts';
import { insertCode, tieCodeAnew } from './store.ts';

export const CODE_MINUTES = 10;
export const SEND_CODE = 'send-sign-in-code';

/** The same form sent again within this time is one press of a button; later, somebody asks for a new code. */
const PRESS_SECONDS = 60;

export interface CodeRequest {
  /** In lower case. */
  readonly email: string;
  readonly locale: Locale;
  readonly back: string;
  /** Of the network: whoever sends the form again does it from the same one. */
  readonly address: string;
  /** The form's idempotency key. It tells a press sent twice and nothing else: no id, token or code follows from it. */
  readonly key: string | null;
  /** Where the browser shows whether it is known. */
  readonly headers: Headers;
  readonly now: Temporal.Instant;
}

/**
 * Has a code sent to a mail address. No stranger learns whether anybody is known by the address: the answer, its time and
 * the mail are the same, and an unknown one becomes a person when the code comes back.
 * @returns the cookie that ties the code to this browser; `too_many_codes` or `too_many_asks` on `email`
 */
export async function requestCode(
  tx: Tx,
  signIn: SignIn,
  ask: CodeRequest,
): Promise<Outcome<{ cookie: string }>> {
  const token = newToken();
  const row = {
    token_hash: signIn.keys.hashOf('asking browser', token),
    form_hash: ask.key ? signIn.keys.hashOf('form for a code', ask.key, ask.email, ask.address) : null,
  };
  const times = { since: ask.now.subtract({ seconds: PRESS_SECONDS }), now: ask.now };
  // A press whose answer was lost, or that was made twice: the code that is on its way is tied to the newest answer's cookie.
  // Not when that code no longer works, or when enough time has passed for somebody to want another one.
  if (row.form_hash && (await tieCodeAnew(tx, { ...row, form_hash: row.form_hash }, times)))
    return accept({ cookie: attemptCookie(token) });
  const share = await takeShare(tx, signIn, ask);
  if (!share.ok) return share;
  const id = await insertCode(tx, {
    ...row,
    email: ask.email,
    locale: ask.locale,
    back: ask.back,
    draft_id: await draftBehind(tx, ask),
    created_at: ask.now,
    expires_at: ask.now.add({ minutes: CODE_MINUTES }),
  });
  await addJob(tx, SEND_CODE, { id }, { key: `${SEND_CODE}:${id}` });
  return accept({ cookie: attemptCookie(token) });
}
