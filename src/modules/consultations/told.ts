import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told: of all that is about somebody. */
export const recordActs: RecordActs = {
  told: [
    'consultations.advice.read',
    'consultations.advice.viewed',
    'consultations.advice.written',
    'consultations.contact.entered',
    'consultations.danger.checked',
    'consultations.deadline.done',
    'consultations.deadline.entered',
    'consultations.matter.advised',
    'consultations.matter.appointed',
    'consultations.matter.called_off',
    'consultations.matter.closed',
    'consultations.matter.followed',
    'consultations.matter.handed_over',
    'consultations.matter.opened',
    'consultations.matter.taken',
    'consultations.matter.viewed',
    'consultations.matter.withdrawn',
    'consultations.note.written',
    'consultations.opening.reviewed',
    'consultations.paper.viewed',
    'consultations.question.answered',
    'consultations.quiet.chosen',
    'consultations.reply.written',
    'consultations.task.done',
    'consultations.task.ended',
    'consultations.task.entered',
    'consultations.words.added',
  ],
  // Lists of numbers are nobody's record.
  withheld: [
    'consultations.matters.searched',
    'consultations.day.planned',
    'consultations.day.changed',
    'consultations.openings.viewed',
  ],
};
