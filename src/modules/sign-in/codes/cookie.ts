import { hostCookie, readCookie } from '../../../platform/web/cookies.ts';

const ATTEMPT = '__Host-sign-in';

/** The token of the browser that has asked for a code; null when it has not. */
export function readAttemptToken(headers: Headers): string | null {
  const token = readCookie(headers, ATTEMPT);
  return token && token.length <= 64 ? token : null;
}

/** Kept a little longer than the code, so that a late one is answered with words that fit. */
export function attemptCookie(token: string): string {
  return hostCookie(ATTEMPT, token, 1_800);
}

export function noAttemptCookie(): string {
  return hostCookie(ATTEMPT, '', 0);
}
