import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of an enrolment: a child in a course. */
export const enrolmentLife = defineLife({
  noun: 'classes.enrolment',
  acts: {
    ask: {
      from: [],
      to: 'asked',
      by: ['guardian'],
      tells: ['coordinator'],
      event: 'classes.enrolment.asked',
    },
    ask_again: {
      from: ['declined', 'left'],
      to: 'asked',
      by: ['guardian'],
      tells: ['coordinator'],
      event: 'classes.enrolment.asked',
    },
    invite: {
      from: ['asked', 'trial'],
      to: 'trial',
      by: ['coordinator'],
      when: 'to visit one session; once more, if it needs it',
      tells: ['guardian'],
      event: 'classes.enrolment.invited',
    },
    enrol: {
      from: ['asked', 'trial'],
      to: 'enrolled',
      by: ['coordinator'],
      when: 'the child waits for a seat in every session to come',
      tells: ['guardian'],
      event: 'classes.enrolment.enrolled',
    },
    decline: {
      from: ['asked', 'trial'],
      to: 'declined',
      by: ['coordinator'],
      tells: ['guardian'],
      event: 'classes.enrolment.declined',
    },
    leave: {
      from: ['asked', 'trial', 'enrolled'],
      to: 'left',
      by: ['guardian', 'coordinator'],
      when: 'seats to come are given up',
      event: 'classes.enrolment.left',
    },
  },
  refuses: (_, state) => refuse(state === null ? 'enrolment_is_unknown' : 'enrolment_is_elsewhere').refusal,
});
