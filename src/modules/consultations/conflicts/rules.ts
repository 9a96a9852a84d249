/** How many other writings of one name are taken. */
export const MOST_WRITINGS = 12;
export const MOST_NAME_LETTERS = 120;

/** Each line a writing, each once, the usual one first. */
export function writingsOf(name: string, others: string): readonly string[] {
  const lines = [name, ...others.split(/\r?\n/u)].map((line) => line.normalize('NFC').trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** How long a salt lives. */
export const SALT_MINUTES = 10;
/** How often names can be compared for one referral: each try tells a little of what is in the matter. */
export const MOST_TRIES = 3;

export type Decision = 'clear' | 'conflict';

/** What is known of a check. */
export interface Check {
  readonly tries: number;
  readonly tryId: string | null;
  readonly untilAt: Temporal.Instant | null;
  readonly answer: 'none' | 'possible' | null;
  readonly decision: Decision | null;
  readonly callWantedAt: Temporal.Instant | null;
}

/** How a check stands; what a person has found out counts more than what was compared. */
export type CheckStanding = 'open' | 'running' | 'used_up' | 'none' | 'possible' | 'clear' | 'conflict';

export function checkStanding(check: Check | null, now: Temporal.Instant): CheckStanding {
  if (!check) return 'open';
  if (check.decision) return check.decision;
  if (check.answer) return check.answer;
  if (check.untilAt && Temporal.Instant.compare(now, check.untilAt) < 0) return 'running';
  return check.tries < MOST_TRIES ? 'open' : 'used_up';
}

/** Whether an expert may see anything of the matter: only after “none”, or after a person has cleared it. */
export const isCleared = (standing: CheckStanding): boolean => standing === 'none' || standing === 'clear';
