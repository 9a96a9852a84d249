import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { choice, requiredText, text } from '../../../platform/web/form-fields.ts';
import { matterLife } from '../matter/life.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { MOST_NAME_LETTERS, MOST_WRITINGS } from './rules.ts';
import { PARTY_ROLES } from './store/parties.ts';

export const MOST_WRITING_LETTERS = MOST_NAME_LETTERS * MOST_WRITINGS;

/** What a coordinator does on the page of whom a matter touches. */
export const partyForms = sentAt({
  at: consultationPaths.deskParties.pattern,
  life: matterLife,
  words: consultationStaffMessages,
  sent: {
    entries: {
      audit: 'consultations.party.entered',
      input: {
        role: choice(PARTY_ROLES),
        partyName: requiredText(MOST_NAME_LETTERS),
        writings: text(MOST_WRITING_LETTERS),
      },
      says: 'party_was_entered',
    },
    removals: {
      audit: 'consultations.party.removed',
      input: { partyId: z.uuid() },
      says: 'party_was_removed',
    },
    decisions: {
      audit: 'consultations.conflict.decided',
      input: { referralId: z.uuid(), decision: choice(['clear', 'conflict']) },
      says: 'conflict_was_decided',
    },
  },
});
