import type { Tokens } from '../../../platform/sealed/tokens.ts';
import { givingPaths } from '../paths.ts';

const PURPOSE = 'giving.promise';

/** More than a year: the link in the summary of January works until the next one. */
const VALID_DAYS = 400;

/**
 * The page of one promise, for whoever has its link: what may be done there is done to this promise alone.
 * @param keys of the installation's secret
 */
export function promiseLink(
  keys: Tokens,
  promiseId: string,
  now: Temporal.Instant,
): { readonly token: string } {
  const expiresAt = now.add({ hours: 24 * VALID_DAYS });
  return { token: keys.seal(`${promiseId} ${expiresAt.epochMilliseconds}`, PURPOSE) };
}

/** The path of that page, for every mail about a monthly gift. */
export function promisePath(keys: Tokens, promiseId: string, now: Temporal.Instant): string {
  return givingPaths.promise(promiseLink(keys, promiseId, now));
}

/** @returns the promise's id; `forged` when it is none of ours, `expired` when it is too old */
export function readPromiseLink(
  keys: Tokens,
  token: string,
  now: Temporal.Instant,
): { readonly promiseId: string } | 'forged' | 'expired' {
  const [promiseId, expires] = keys.unseal(token, PURPOSE)?.split(' ') ?? [];
  if (!promiseId || !expires) return 'forged';
  return Number(expires) < now.epochMilliseconds ? 'expired' : { promiseId };
}
