import type { Database, Tx } from '../../../platform/database/connect.ts';
import { browserOf, hasDraftCookie, noDraftCookie } from './browser.ts';
import { endOf } from './drafts.ts';
import { deleteOfBrowser, findOfBrowser, giveTo } from './store.ts';

/**
 * The draft from which a visitor begins to sign in, for the attempt to remember: this browser's, when the way back leads
 * to where it is sent. It can be read by nobody before somebody has signed in with that very attempt.
 * @returns null for a sign-in that has nothing to do with a draft
 */
export async function draftBehind(
  db: Database,
  { headers, back, now }: { headers: Headers; back: string; now: Temporal.Instant },
): Promise<string | null> {
  const browser = browserOf(db, headers);
  return browser ? findOfBrowser(db, { browser, page: back, now }) : null;
}

/**
 * Gives the draft behind an attempt to who has signed in with it: it lies upon what they had begun before.
 * @returns false when there is none any more, and nothing has happened
 */
export async function takeDraft(
  tx: Tx,
  { id, personId, now }: { id: string | null; personId: string; now: Temporal.Instant },
): Promise<boolean> {
  return id !== null && giveTo(tx, { id, personId, now, keepUntil: endOf(now) });
}

/**
 * For a browser in which somebody has come in, whatever for: what another visitor left there unsent leads on nowhere, also
 * at the next sign-in. An attempt that has begun from it still knows it. @returns the cookies to set
 */
export function leaveDraft(headers: Headers): readonly string[] {
  return hasDraftCookie(headers) ? [noDraftCookie()] : [];
}

/** For a browser that somebody signs out of: what lay there unsent is deleted. @returns the cookies to set */
export async function forgetDraftOf(tx: Tx, headers: Headers): Promise<readonly string[]> {
  const browser = browserOf(tx, headers);
  if (!browser) return [];
  await deleteOfBrowser(tx, browser);
  return [noDraftCookie()];
}
