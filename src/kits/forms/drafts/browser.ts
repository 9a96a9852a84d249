import { randomBytes } from 'node:crypto';
import { type Database, sealOf } from '../../../platform/database/connect.ts';
import { hostCookie, readCookie } from '../../../platform/web/cookies.ts';

const DRAFT = '__Host-draft';
const HOURS = 1;

/** A fresh token for each draft: whoever fills in the next form in the same browser has another one. */
export function newVisitor(
  db: Database,
  now: Temporal.Instant,
): { browser: string; cookie: string; keepUntil: Temporal.Instant } {
  const token = randomBytes(24).toString('base64url');
  return {
    browser: digestOf(db, token),
    cookie: hostCookie(DRAFT, token, HOURS * 3600),
    keepUntil: now.add({ hours: HOURS }),
  };
}

/** How the database knows the browser of a request; null without a visitor's draft. */
export function browserOf(db: Database, headers: Headers): string | null {
  const token = readCookie(headers, DRAFT);
  return token && /^[\w-]{32}$/.test(token) ? digestOf(db, token) : null;
}

export const hasDraftCookie = (headers: Headers): boolean => readCookie(headers, DRAFT) !== null;

export const noDraftCookie = (): string => hostCookie(DRAFT, '', 0);

function digestOf(db: Database, token: string): string {
  return sealOf(db).digest(JSON.stringify(['draft of a browser', token]));
}
