import { listHelplines, listHelplinesToVerify } from '../../japanese/helplines/helplines.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import { TIME_ZONE } from '../../platform/languages/formats.tsx';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import { mayBePublished, withChecks } from './rules.ts';
import { listChecks, saveHidden, saveVerified } from './store.ts';
import type { CheckedHelpline } from './types.ts';

/** Every line of the program with what was found, the most urgent first, those to be verified last. */
export async function listCheckedHelplines(db: Database, now: Temporal.Instant): Promise<CheckedHelpline[]> {
  const today = now.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  return withChecks([...listHelplines(), ...listHelplinesToVerify()], await listChecks(db), today);
}

/** The lines that the public sees. */
export async function listPublicHelplines(db: Database, now: Temporal.Instant): Promise<CheckedHelpline[]> {
  return (await listCheckedHelplines(db, now)).filter(mayBePublished);
}

interface Finding {
  readonly number: string;
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** Somebody called and found the line as it is printed; it is shown from now on. Refused: `no_such_helpline`. */
export async function verifyHelpline(tx: Tx, finding: Finding): Promise<Outcome<null>> {
  if (!isKnown(finding.number)) return refuse('no_such_helpline');
  await saveVerified(tx, { ...finding, on: finding.now.toZonedDateTimeISO(TIME_ZONE).toPlainDate() });
  return accept(null);
}

/** Takes a line off the page, or puts it back. Refused: `no_such_helpline`, `emergency_numbers_stay`. */
export async function hideHelpline(tx: Tx, finding: Finding & { isHidden: boolean }): Promise<Outcome<null>> {
  if (!isKnown(finding.number)) return refuse('no_such_helpline');
  if (finding.isHidden && (finding.number === '119' || finding.number === '110'))
    return refuse('emergency_numbers_stay');
  await saveHidden(tx, finding);
  return accept(null);
}

function isKnown(number: string): boolean {
  return [...listHelplines(), ...listHelplinesToVerify()].some((line) => line.number === number);
}
