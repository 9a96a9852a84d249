import { hostCookie, readCookie } from '../../../platform/web/cookies.ts';

const ASKING = '__Host-passkey';

/** The token of the browser that has asked for a challenge; null when it has not, or keeps no cookies. */
export function readAskingToken(headers: Headers): string | null {
  const token = readCookie(headers, ASKING);
  return token && token.length <= 64 ? token : null;
}

export function askingCookie(token: string): string {
  return hostCookie(ASKING, token, 600);
}

export function noAskingCookie(): string {
  return hostCookie(ASKING, '', 0);
}
