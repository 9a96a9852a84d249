import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dialed, mayBeChanged } from '../rules.ts';
import { clearVerified, deleteCheck } from '../store.ts';
import { readLine, type TypedLine } from './form.ts';
import { programLines } from './own-line.ts';
import { deleteOwnLine, listOwnLines, saveOwnLine } from './store.ts';

interface Keeping {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/**
 * Adds a line of the organization's own, or changes one that is there; whatever was found when it was called is about
 * what it was before. Refused beside the field what `readLine` refuses, a new line whose number is there already however
 * it is printed, and 119 and 110.
 * @returns the number
 */
export async function keepLine(tx: Tx, typed: TypedLine, { by, now }: Keeping): Promise<Outcome<string>> {
  const asked = typed.kept || typed.number;
  if (!mayBeChanged(asked)) return refuse('emergency_numbers_stay', {}, typed.kept ? undefined : 'number');
  const isAsked = (line: { readonly number: string }) => dialed(line.number) === dialed(asked);
  const ofProgram = programLines().find(isAsked);
  const there = ofProgram ?? (await listOwnLines(tx)).find(isAsked);
  if (typed.kept && !there) return refuse('no_such_helpline');
  if (!typed.kept && there) return refuse('number_is_in_the_list', {}, 'number');
  const number = there?.number ?? asked;
  const line = readLine({ ...typed, number }, ofProgram ? 'program' : 'ours', now);
  if (!line.ok) return line;
  await saveOwnLine(tx, line.value, by);
  await (there ? clearVerified(tx, number) : deleteCheck(tx, number));
  return accept(number);
}

/**
 * Removes a line of the organization's own with all that was found of it, or what it had changed of one that comes with
 * the program; whether that is hidden stays. Says which of the two it was. Refused: `no_such_helpline`.
 */
export async function removeLine(tx: Tx, number: string): Promise<Outcome<'removed' | 'undone'>> {
  if (!(await deleteOwnLine(tx, number))) return refuse('no_such_helpline');
  const isOfProgram = programLines().some((line) => line.number === number);
  await (isOfProgram ? clearVerified(tx, number) : deleteCheck(tx, number));
  return accept(isOfProgram ? 'undone' : 'removed');
}
