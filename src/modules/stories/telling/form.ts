import type { z } from 'zod';
import { defineForm, line, oneOf, tick } from '../../../kits/forms/index.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { choice, requiredText } from '../../../platform/web/form-fields.ts';
import type { Telling } from '../story/commands.ts';
import { piecesOf } from '../text/pieces.ts';
import { PARTS, type TellerPart } from '../types.ts';
import { storiesMessages } from '../words.ts';
import { storyQuestions } from './questions.ts';

const questions = storyQuestions.form.fields;

/** The guided form of whoever tells. */
export const tellForm = defineForm(storiesMessages, [
  oneOf('part', choice(PARTS), {
    label: 'tell_part',
    choices: (locale) =>
      PARTS.map((value) => ({ value, label: storiesMessages.in(locale)(`part_${value}`) })),
  }),
  line('title', requiredText(80), { label: 'tell_title', hint: 'tell_title_hint', maxLength: 80 }),
  ...questions,
  tick('isGuarded', { label: 'tell_guarded', hint: 'tell_guarded_hint' }),
]);
export type TypedTelling = z.output<typeof tellForm.schema>;

/** What was typed, as it is told: the answers in their order are the first text. Refused where nothing was answered. */
export function readTelling(typed: TypedTelling): Outcome<Telling & { readonly part: TellerPart }> {
  const all = typed as unknown as Readonly<Record<string, unknown>> & { readonly title: string };
  const answers = Object.fromEntries(questions.map(({ name }) => [name, `${all[name] ?? ''}`]));
  const text = Object.values(answers)
    .filter((answer) => answer !== '')
    .join('\n\n');
  if (text === '') return refuse('tell_something', {}, questions[0]?.name);
  return accept({
    given: storyQuestions.give(answers),
    pieces: piecesOf(all.title, text),
    part: all['part'] as TellerPart,
  });
}
