import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';

/** How well somebody interprets, the surest first. */
export const SKILLS = ['certified', 'trained', 'experienced'] as const;
export type Skill = (typeof SKILLS)[number];

/** As whom an interpreter is known; nobody has to say. */
export const KNOWN_AS = ['female', 'male', 'untold'] as const;
/** Whom somebody who has asked would rather speak through; nothing where it is all the same to them. */
export const INTERPRETER_WISHES = ['female', 'male'] as const;
export type InterpreterWish = (typeof INTERPRETER_WISHES)[number];

/** What an interpreter is to whoever has asked: asked each time, before they are chosen. */
export const TIES = ['none', 'acquainted', 'relative', 'child'] as const;
export type Tie = (typeof TIES)[number];
export type FreeTie = Exclude<Tie, 'relative' | 'child'>;

export interface Interpreter {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly knownAs: (typeof KNOWN_AS)[number];
  /** When they have time, in the words of whoever asked them. */
  readonly times: string;
  /** Between Japanese and each of these; `ja-easy` is one of them. */
  readonly languages: readonly string[];
  readonly skill: Skill;
  readonly pledgedOn: Temporal.PlainDate | null;
  readonly leftAt: Temporal.Instant | null;
}

/**
 * A relative hears what somebody would not say before them, and answers for them; a child must not carry it.
 * Refused beside the field: `interpreter_is_a_relative`, `interpreter_is_a_child`
 */
export function judgeTie(tie: Tie): Outcome<FreeTie> {
  if (tie === 'relative') return refuse('interpreter_is_a_relative', {}, 'tie');
  if (tie === 'child') return refuse('interpreter_is_a_child', {}, 'tie');
  return accept(tie);
}

/** Refused beside the field: no longer there, no pledge yet, another language */
export function judgeChoice(interpreter: Interpreter | null, language: string): Outcome<Interpreter> {
  if (!interpreter || interpreter.leftAt) return refuse('choose_an_interpreter', {}, 'interpreterId');
  if (!interpreter.pledgedOn) return refuse('interpreter_has_not_pledged', {}, 'interpreterId');
  if (!interpreter.languages.includes(language))
    return refuse('interpreter_speaks_no_such_language', {}, 'interpreterId');
  return accept(interpreter);
}

/** Whether somebody is whom the resident would rather speak through. */
export const fitsWish = ({ knownAs }: Pick<Interpreter, 'knownAs'>, wish: InterpreterWish | null): boolean =>
  wish === null || knownAs === wish;

/** Who can be chosen for a language, those of the resident's wish first, then the surest. */
export function inOrder(
  interpreters: readonly Interpreter[],
  { language, wish }: { readonly language: string; readonly wish: InterpreterWish | null },
): Interpreter[] {
  return interpreters
    .filter((one) => judgeChoice(one, language).ok)
    .toSorted(
      (a, b) =>
        Number(fitsWish(b, wish)) - Number(fitsWish(a, wish)) ||
        SKILLS.indexOf(a.skill) - SKILLS.indexOf(b.skill),
    );
}
