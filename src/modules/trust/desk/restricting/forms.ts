import { z } from 'zod';
import { sentAt } from '../../../../kits/acts/index.ts';
import { checkbox, choice, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { optionalDay } from '../../form-fields.ts';
import { STAFF_RESTRICTIONS } from '../../restrictions/rules.ts';
import { fileForms } from '../file-forms.ts';

/** What coordinators set and lift on the page of a person; both ask first who they are. */
export const restrictionForms = sentAt({
  ...fileForms,
  sent: {
    restrictions: {
      audit: 'trust.restriction.set',
      proof: 'fresh',
      input: {
        kind: choice(STAFF_RESTRICTIONS, 'choose_a_kind'),
        restrictionReason: requiredText(1000, 'say_why'),
        untilOn: optionalDay,
        otherPerson: text(300),
        /** Ticked once it was read what a suspension does. */
        sure: checkbox,
      },
      says: 'was_recorded',
    },
    liftings: {
      audit: 'trust.restriction.lifted',
      proof: 'fresh',
      input: {
        restrictionId: z.uuid({ message: 'choose_one' }),
        liftReason: requiredText(1000, 'say_why'),
      },
      says: 'was_lifted',
    },
  },
});
