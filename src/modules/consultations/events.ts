import { defineEvents } from '../../platform/events/define.ts';

const MATTER = ['matterId', 'residentId', 'byPersonId?'] as const;

/** What happens with a matter. Nothing of it says what the matter is about. */
export const consultationEvents = defineEvents({
  'consultations.matter.asked': MATTER,
  'consultations.words.added': MATTER,
  'consultations.matter.taken': MATTER,
  'consultations.matter.handed_over': MATTER,
  'consultations.matter.expert_asked': MATTER,
  'consultations.matter.expert_accepted': MATTER,
  'consultations.matter.expert_refused': MATTER,
  'consultations.matter.appointed': MATTER,
  'consultations.matter.called_off': MATTER,
  'consultations.matter.advised': MATTER,
  'consultations.matter.closed': MATTER,
  'consultations.matter.withdrawn': MATTER,
  'consultations.matter.reopened': MATTER,
  'consultations.reply.written': MATTER,
  'consultations.matter.opened': [...MATTER, 'openingId'],
  'consultations.deadline.nears': MATTER,
  'consultations.promise.broken': MATTER,
  'consultations.question.asked': MATTER,
  'consultations.question.answered': MATTER,
  'consultations.task.due': MATTER,
  'consultations.conflict.waits': MATTER,
  'consultations.referral.proposed': MATTER,
  'consultations.referral.agreed': MATTER,
  'consultations.referral.ended': MATTER,
  'consultations.expert.answered': MATTER,
});
export const { publish } = consultationEvents;
