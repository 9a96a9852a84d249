import type { Database, Tx } from '../../platform/database/connect.ts';
import { TIME_ZONE } from '../../platform/languages/formats.tsx';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import { programLines, withOwnLines } from './helplines/own-line.ts';
import { listOwnLines } from './helplines/store.ts';
import { remember, remembered, type Saved } from './remembered.ts';
import { mayBeCalledToCheck, mayBeChanged, mayBePublished, withChecks } from './rules.ts';
import { listChecks, saveHidden, saveVerified } from './store.ts';
import type { CheckedHelpline } from './types.ts';

/** Every line with what was found: those of the program, the most urgent first, then the organization's own. */
export async function listCheckedHelplines(db: Database, now: Temporal.Instant): Promise<CheckedHelpline[]> {
  return linesOf(remember({ own: await listOwnLines(db), checks: await listChecks(db), readAt: now }), now);
}

function linesOf({ own, checks }: Pick<Saved, 'own' | 'checks'>, now: Temporal.Instant): CheckedHelpline[] {
  const today = now.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  return withChecks(withOwnLines(programLines(), own), checks, today);
}

/** The lines that the public sees. */
export async function listPublicHelplines(db: Database, now: Temporal.Instant): Promise<CheckedHelpline[]> {
  return (await listCheckedHelplines(db, now)).filter(mayBePublished);
}

/**
 * The lines that the public sees while the database is away: those that come with the program, with what the organization
 * had saved when this process last read it.
 * @returns when that was; null when it never was
 */
export function listHelplinesWithoutDatabase(now: Temporal.Instant): {
  lines: CheckedHelpline[];
  asOf: Temporal.Instant | null;
} {
  const saved = remembered();
  const lines = linesOf(saved ?? { own: [], checks: [] }, now).filter(mayBePublished);
  return { lines, asOf: saved?.readAt ?? null };
}

interface Finding {
  readonly number: string;
  readonly by: string;
  readonly now: Temporal.Instant;
}

/**
 * Somebody called and found the line as it is printed; it is shown from now on. Refused: `no_such_helpline`,
 * `emergency_numbers_are_not_called`.
 */
export async function verifyHelpline(tx: Tx, finding: Finding): Promise<Outcome<null>> {
  if (!(await isKnown(tx, finding.number))) return refuse('no_such_helpline');
  if (!mayBeCalledToCheck(finding.number)) return refuse('emergency_numbers_are_not_called');
  await saveVerified(tx, { ...finding, on: finding.now.toZonedDateTimeISO(TIME_ZONE).toPlainDate() });
  return accept(null);
}

/** Takes a line off the page, or puts it back. Refused: `no_such_helpline`, `emergency_numbers_stay`. */
export async function hideHelpline(tx: Tx, finding: Finding & { isHidden: boolean }): Promise<Outcome<null>> {
  if (!(await isKnown(tx, finding.number))) return refuse('no_such_helpline');
  if (finding.isHidden && !mayBeChanged(finding.number)) return refuse('emergency_numbers_stay');
  await saveHidden(tx, finding);
  return accept(null);
}

async function isKnown(db: Database, number: string): Promise<boolean> {
  const lines = [...programLines(), ...(await listOwnLines(db))];
  return lines.some((line) => line.number === number);
}
