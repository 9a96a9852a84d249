import { SAFETY } from '../../../platform/news.ts';
import type { Tokens } from '../../../platform/sealed/tokens.ts';

const PURPOSE = 'notifications.unsubscribe';

/** RFC 8058 and mail providers ask for weeks; old mails should not act for ever. */
const VALID_DAYS = 90;

/** What a link at the foot of a mail may do: end one kind of mail to one person. */
export interface Unsubscription {
  readonly personId: string;
  readonly group: string;
}

/** Makes the token of a link: sealed, so that it tells nothing and cannot be changed into somebody else's. */
export function makeToken(keys: Tokens, wish: Unsubscription, now: Temporal.Instant): string {
  const expiresAt = now.add({ hours: 24 * VALID_DAYS });
  return keys.seal(`${wish.personId} ${wish.group} ${expiresAt.epochMilliseconds}`, PURPOSE);
}

/** Reads a token. @returns `forged` when it is not one of ours, `expired` when it is too old */
export function readToken(
  keys: Tokens,
  token: string,
  now: Temporal.Instant,
): Unsubscription | 'forged' | 'expired' {
  const [personId, group, expires] = keys.unseal(token, PURPOSE)?.split(' ') ?? [];
  if (!personId || !group || group === SAFETY.name || !expires) return 'forged';
  return Number(expires) < now.epochMilliseconds ? 'expired' : { personId, group };
}
