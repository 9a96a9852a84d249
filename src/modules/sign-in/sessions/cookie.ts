import { hostCookie, readCookie } from '../../../platform/web/cookies.ts';

const SESSION = '__Host-session';

/** The token of the request's session; null without one. */
export function readSessionToken(headers: Headers): string | null {
  const token = readCookie(headers, SESSION);
  return token && token.length <= 64 ? token : null;
}

/** Kept by the browser as long as the session may last at the most; the server knows better when it is over. */
export function sessionCookie(token: string, hours: number): string {
  return hostCookie(SESSION, token, hours * 3600);
}

export function noSessionCookie(): string {
  return hostCookie(SESSION, '', 0);
}
