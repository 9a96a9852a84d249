import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/connect.ts';
import { addJob } from '../../jobs/publish.ts';
import type { Locale } from '../../languages/locales.ts';
import { accept, type Outcome, refuse } from '../../refusal.ts';
import { isWithinLimit } from '../../web/rate-limit.ts';
import { hashOf } from '../keys.ts';
import type { SignIn } from '../types.ts';
import { attemptCookie } from './cookie.ts';

export const CODE_MINUTES = 10;
export const SEND_CODE = 'send-sign-in-code';

/** A mailbox gets this many codes at the most, whoever asks: an hour, a day. */
const MAILBOX_LIMITS = [
  { tries: 5, minutes: 60 },
  { tries: 12, minutes: 1_440 },
];

export interface CodeRequest {
  /** In lower case. */
  readonly email: string;
  readonly locale: Locale;
  readonly back: string;
  /** The form's idempotency key: the same form sent twice makes one code. */
  readonly key: string | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Has a code sent to a mail address. It is not asked whether anybody is known by the address: the answer, its time and
 * the mail are the same, and an unknown one becomes a person when the code comes back.
 * @returns the cookie that ties the code to this browser; `too_many_codes` on `email`
 */
export async function requestCode(
  tx: Tx,
  signIn: SignIn,
  ask: CodeRequest,
): Promise<Outcome<{ cookie: string }>> {
  const id = ask.key ?? randomUUID();
  const before = await tx.selectFrom('auth.codes').select('email').where('id', '=', id).executeTakeFirst();
  if (before?.email === ask.email) return accept({ cookie: cookieOf(signIn, id) });
  for (const limit of MAILBOX_LIMITS) {
    const subject = `sign-in mailbox ${limit.minutes} ${signIn.keys.markOf(ask.email)}`;
    if (!(await isWithinLimit(tx, { subject, ...limit }, ask.now)))
      return refuse('too_many_codes', undefined, 'email');
  }
  // Back in the browser, another address typed, sent again: the same form, but not the same question.
  const own = before ? randomUUID() : id;
  await tx
    .insertInto('auth.codes')
    .values({
      id: own,
      token_hash: hashOf(signIn.keys.attemptTokenOf(own)),
      email: ask.email,
      locale: ask.locale,
      back: ask.back,
      created_at: ask.now,
      expires_at: ask.now.add({ minutes: CODE_MINUTES }),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await addJob(tx, SEND_CODE, { id: own }, { key: `${SEND_CODE}:${own}` });
  return accept({ cookie: cookieOf(signIn, own) });
}

function cookieOf(signIn: SignIn, id: string): string {
  return attemptCookie(signIn.keys.attemptTokenOf(id));
}
