import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { choice, day, requiredText } from '../../../platform/web/form-fields.ts';
import { DANGER_CHECKS } from '../danger/checks.ts';
import { matterLife } from '../matter/life.ts';
import { consultationPaths } from '../paths.ts';
import { DEADLINES } from '../store/deadlines.ts';
import { consultationStaffMessages } from '../words.ts';

const MOST_LETTERS = 4000;
/** So that a reason says something. */
export const LEAST_REASON = 20;

/** How it can end by a coordinator; whoever has asked withdraws it themselves. */
export const ENDS = ['solved', 'referred', 'unreachable'] as const;

/** What a coordinator does on the page of a matter. */
export const deskForms = sentAt({
  at: consultationPaths.deskConsultation.pattern,
  life: matterLife,
  words: consultationStaffMessages,
  sent: {
    care: { act: 'take', says: 'was_taken' },
    replies: {
      audit: 'consultations.reply.written',
      input: { reply: requiredText(MOST_LETTERS) },
      says: 'was_replied',
    },
    notes: {
      audit: 'consultations.note.written',
      input: { note: requiredText(MOST_LETTERS) },
      says: 'was_noted',
    },
    deadlines: {
      audit: 'consultations.deadline.entered',
      input: { deadlineKind: choice(DEADLINES), deadlineOn: day },
      says: 'deadline_was_entered',
    },
    ended: {
      audit: 'consultations.deadline.done',
      input: { deadlineId: z.uuid() },
      says: 'deadline_was_done',
    },
    checks: {
      audit: 'consultations.danger.checked',
      input: { item: choice(DANGER_CHECKS) },
      says: 'danger_was_checked',
    },
    successor: {
      act: 'hand_over',
      input: { successorId: z.uuid('choose_a_coordinator') },
      says: 'was_handed_over',
      to: consultationPaths.deskConsultations(),
    },
    closing: { act: 'close', input: { outcome: choice(ENDS) }, says: 'was_closed' },
    openings: {
      audit: 'consultations.matter.opened',
      input: { reason: requiredText(500, 'say_why_you_open_it') },
      says: 'was_opened',
      limit: { tries: 10, minutes: 60 },
    },
  },
});
