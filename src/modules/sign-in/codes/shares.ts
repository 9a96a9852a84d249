import type { Tx } from '../../../platform/database/connect.ts';
import { mailboxOf } from '../../../platform/mail/box-of.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { isWithinLimit, networkOf, secondsLeft } from '../../../platform/web/rate-limit.ts';
import { bringsToken, findKnownDevice } from '../devices/store.ts';
import type { SignIn } from '../types.ts';

interface Asking {
  readonly email: string;
  readonly address: string;
  readonly headers: Headers;
  readonly now: Temporal.Instant;
}

interface Share {
  readonly subject: string;
  readonly tries: number;
  readonly minutes: number;
}

const TEN = 10;
const HOUR = 60;
const DAY = 1_440;

/**
 * Whether one more code may be sent. A device where the owner has signed in before has a share of its own, which nobody
 * else can use up. Strangers are limited by their network first, so that one of them leaves something of the mailbox's
 * share to the others; all together they can't flood it.
 * @returns `too_many_codes` or, of a whole network, `too_many_asks` on `email`, with the time to wait
 */
export async function takeShare(tx: Tx, signIn: SignIn, asking: Asking): Promise<Outcome<null>> {
  const device = await findDevice(tx, signIn, asking);
  const shares = device ? ofDevice(device) : ofStranger(signIn, asking);
  for (const share of shares) {
    if (await isWithinLimit(tx, share, asking.now)) continue;
    const wait = waiting(secondsLeft(share, asking.now));
    return share.minutes === TEN
      ? refuse('too_many_asks', wait, 'email')
      : refuse('too_many_codes', wait, 'email');
  }
  return accept(null);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Nobody is looked up for a browser that brings no token. For one that brings any, which everybody may invent, the database
 * is asked the same for every address: how long the answer takes must not tell who is known.
 */
async function findDevice(tx: Tx, signIn: SignIn, { email, headers }: Asking): Promise<Buffer | null> {
  if (!bringsToken(headers)) return null;
  const personId = (await signIn.people.find(tx, email)) ?? NOBODY;
  return findKnownDevice(tx, signIn, { personId, headers });
}

function ofDevice(device: Buffer): Share[] {
  const subject = `sign-in device ${device.toString('base64url')}`;
  return [
    { subject: `${subject} ${HOUR}`, tries: 5, minutes: HOUR },
    { subject: `${subject} ${DAY}`, tries: 12, minutes: DAY },
  ];
}

function ofStranger({ keys }: SignIn, { email, address }: Asking): Share[] {
  const network = networkOf(address);
  const box = mailboxOf(email);
  const asker = `sign-in asker ${keys.markOf(`${network} ${box}`)}`;
  const mailbox = `sign-in mailbox ${keys.markOf(box)}`;
  return [
    // Thirty people of a class may share one address.
    { subject: `sign-in network ${network}`, tries: 60, minutes: TEN },
    { subject: `${asker} ${HOUR}`, tries: 5, minutes: HOUR },
    { subject: `${asker} ${DAY}`, tries: 8, minutes: DAY },
    { subject: `${mailbox} ${HOUR}`, tries: 8, minutes: HOUR },
    { subject: `${mailbox} ${DAY}`, tries: 16, minutes: DAY },
  ];
}

/** In whole minutes up to an hour and a half, then in whole hours. */
function waiting(seconds: number): { hours: number; minutes: number } {
  const minutes = Math.ceil(seconds / 60);
  return minutes > 90 ? { hours: Math.ceil(minutes / 60), minutes: 0 } : { hours: 0, minutes };
}
