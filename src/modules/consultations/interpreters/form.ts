import { z } from 'zod';
import { defineForm, line, oneOf, pick, snake, someOf } from '../../../kits/forms/index.ts';
import { choice, choices, day, requiredText, text } from '../../../platform/web/form-fields.ts';
import { emailField } from '../../sign-in/index.ts';
import { TALKS_IN, talkLanguageName } from '../ask/form.ts';
import { consultationStaffMessages } from '../words.ts';
import { KNOWN_AS, SKILLS } from './rules.ts';

/** Not pledged yet, or the day of it. */
const optionalDay = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed : null),
  z.union([z.null(), day]),
) as unknown as z.ZodType<Temporal.PlainDate | null>;

/** What is kept of an interpreter. Nothing is asked of their own families, papers or money. */
export const interpreterForm = defineForm(
  consultationStaffMessages,
  [
    line('name', requiredText(80), { maxLength: 80 }),
    line('email', emailField, { type: 'email', inputmode: 'email', maxLength: 200 }),
    someOf('languages', choices(TALKS_IN), {
      choices: (locale) =>
        TALKS_IN.filter((code) => code !== 'ja').map((value) => ({
          value,
          label: talkLanguageName(value, locale),
        })),
    }),
    oneOf('skill', choice(SKILLS), {
      choices: (locale) =>
        SKILLS.map((value) => ({ value, label: consultationStaffMessages.in(locale)(`skill_${value}`) })),
    }),
    pick('knownAs', choice(KNOWN_AS), {
      options: (locale) =>
        KNOWN_AS.map((value) => ({
          value,
          label: consultationStaffMessages.in(locale).plain(`known_as_${value}`),
        })),
      hint: 'interpreter_known_as_hint',
    }),
    line('times', text(200), { hint: 'interpreter_times_hint', maxLength: 200 }),
    line('pledgedOn', optionalDay, { hint: 'interpreter_pledged_on_hint', type: 'date', width: 'medium' }),
  ],
  { label: (name) => `interpreter_${snake(name)}` },
);
