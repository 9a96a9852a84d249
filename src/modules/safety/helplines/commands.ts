import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { programLines } from '../commands.ts';
import { mayBeChanged } from '../rules.ts';
import { readLine, type TypedLine } from './form.ts';
import { deleteOwnLine, listOwnLines, saveOwnLine } from './store.ts';

interface Keeping {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/**
 * Adds a line of the organization's own, or changes one that is there. Refused beside the field what `readLine` refuses, a
 * new line whose number is there already, and 119 and 110.
 * @returns the number
 */
export async function keepLine(tx: Tx, typed: TypedLine, { by, now }: Keeping): Promise<Outcome<string>> {
  const number = typed.kept || typed.number;
  if (!mayBeChanged(number)) return refuse('emergency_numbers_stay', {}, typed.kept ? undefined : 'number');
  const isOfProgram = programLines().some((line) => line.number === number);
  const isOurs = (await listOwnLines(tx)).some((line) => line.number === number);
  if (typed.kept && !isOfProgram && !isOurs) return refuse('no_such_helpline');
  if (!typed.kept && (isOfProgram || isOurs)) return refuse('number_is_in_the_list', {}, 'number');
  const line = readLine({ ...typed, number }, isOfProgram ? 'program' : 'ours', now);
  if (!line.ok) return line;
  await saveOwnLine(tx, line.value, by);
  return accept(number);
}

/** Removes a line of the organization's own, or what it had changed of one that comes with the program. Refused: `no_such_helpline`. */
export async function removeLine(tx: Tx, number: string): Promise<Outcome<null>> {
  return (await deleteOwnLine(tx, number)) ? accept(null) : refuse('no_such_helpline');
}
