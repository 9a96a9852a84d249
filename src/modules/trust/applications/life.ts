import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

const ON_THE_WAY = ['submitted', 'approved'] as const;

/** The life of somebody's wish to become a volunteer, with the steps that are recorded on its way. */
export const applicationLife = defineLife({
  noun: 'trust.application',
  acts: {
    apply: {
      from: [],
      to: 'submitted',
      by: ['anybody'],
      when: 'unless one waits or holds',
      tells: ['coordinator'],
      event: 'trust.application.submitted',
    },
    schedule_interview: {
      from: ON_THE_WAY,
      by: ['coordinator'],
      tells: ['applicant'],
      event: 'trust.interview.scheduled',
    },
    record_interview: { from: ON_THE_WAY, by: ['coordinator'], audit: 'trust.interview.recorded' },
    record_training: { from: ON_THE_WAY, by: ['coordinator'], audit: 'trust.training.recorded' },
    record_check: { from: ON_THE_WAY, by: ['coordinator'], audit: 'trust.check.recorded' },
    take_pledge: { from: ON_THE_WAY, by: ['applicant', 'volunteer'], audit: 'trust.pledge.taken' },
    approve: {
      from: ['submitted'],
      to: 'approved',
      by: ['coordinator'],
      when: 'when every required step holds',
      tells: ['applicant'],
      event: 'trust.volunteer.approved',
    },
    decline: {
      from: ['submitted'],
      to: 'declined',
      by: ['coordinator'],
      when: 'with words for the applicant',
      tells: ['applicant'],
      event: 'trust.application.declined',
    },
    withdraw: {
      from: ['submitted'],
      to: 'withdrawn',
      by: ['applicant'],
      event: 'trust.application.withdrawn',
    },
    leave: {
      from: ['approved'],
      to: 'ended',
      by: ['volunteer'],
      when: 'the role ends with it',
      event: 'trust.volunteer.left',
    },
  },
  refuses(act, state) {
    if (act === 'take_pledge') return refuse('apply_before_you_pledge').refusal;
    const isMove = act === 'approve' || act === 'decline' || act === 'withdraw' || act === 'leave';
    return refuse(state && isMove ? 'application_is_already_decided' : 'there_is_no_application').refusal;
  },
});
