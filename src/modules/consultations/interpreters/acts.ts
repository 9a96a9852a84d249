import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { choice } from '../../../platform/web/form-fields.ts';
import { matterLife } from '../matter/life.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { TIES } from './rules.ts';

/** What a coordinator does on the page of who interprets in a matter. */
export const interpretingForms = sentAt({
  at: consultationPaths.deskInterpreting.pattern,
  life: matterLife,
  words: consultationStaffMessages,
  sent: {
    choices: {
      audit: 'consultations.interpreter.chosen',
      input: {
        interpreterId: z.uuid({ message: 'choose_an_interpreter' }),
        tie: choice(TIES, 'say_what_they_are'),
      },
      says: 'interpreter_was_chosen',
    },
    ended: { audit: 'consultations.interpreter.released', says: 'interpreter_was_released' },
  },
});
