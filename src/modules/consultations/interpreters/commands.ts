import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import type { Interpreter } from './rules.ts';
import {
  findInterpreter,
  insertInterpreter,
  markInterpreterLeft,
  updateInterpreter,
  type Written,
} from './store/interpreters.ts';

interface Writing {
  readonly interpreter: Written;
  readonly now: Temporal.Instant;
}

/** Refused beside the field: without a language, and a pledge that is still to come */
function judge({ interpreter: { languages, pledgedOn }, now }: Writing): Outcome<null> {
  if (languages.length === 0) return refuse('choose_a_language', {}, 'languages');
  if (pledgedOn && Temporal.PlainDate.compare(pledgedOn, dayInJapan(now)) > 0)
    return refuse('pledge_is_to_come', {}, 'pledgedOn');
  return accept(null);
}

/** Takes an interpreter into the register. @returns their id */
export async function addInterpreter(
  tx: Tx,
  writing: Writing & { readonly by: string },
): Promise<Outcome<string>> {
  const judged = judge(writing);
  if (!judged.ok) return judged;
  const { interpreter, by, now } = writing;
  return accept(await insertInterpreter(tx, { ...interpreter, by, now }));
}

/** What holds of them from now on. Refused: `interpreter_is_unknown` */
export async function changeInterpreter(
  tx: Tx,
  { id, ...writing }: Writing & { readonly id: string },
): Promise<Outcome<null>> {
  if (!(await findInterpreter(tx, id, 'locked'))) return refuse('interpreter_is_unknown');
  const judged = judge(writing);
  if (judged.ok) await updateInterpreter(tx, id, writing.interpreter);
  return judged;
}

/** Is chosen no more; where they have been chosen they still come. Pressed again, they are back. Refused: `interpreter_is_unknown` */
export async function turnInterpreter(
  tx: Tx,
  { id, now }: { readonly id: string; readonly now: Temporal.Instant },
): Promise<Outcome<Interpreter>> {
  const interpreter = await findInterpreter(tx, id, 'locked');
  if (!interpreter) return refuse('interpreter_is_unknown');
  await markInterpreterLeft(tx, id, interpreter.leftAt ? null : now);
  return accept(interpreter);
}
