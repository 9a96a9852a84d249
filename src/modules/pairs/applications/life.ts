import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** Where an application may still lead to a pair. */
export const CURRENT = ['submitted', 'accepted', 'ready', 'paused'] as const;

/** The life of a wish for a pair, on either side, from being sent until it is over. */
export const applicationLife = defineLife({
  noun: 'pairs.application',
  acts: {
    apply: {
      from: [],
      to: 'submitted',
      by: ['applicant', 'coordinator'],
      when: 'unless one of theirs is current, or somebody of theirs is in another',
      tells: ['coordinator'],
      event: 'pairs.application.submitted',
    },
    accept: {
      from: ['submitted'],
      to: 'accepted',
      by: ['coordinator'],
      when: 'after an interview that fits',
      tells: ['applicant'],
      event: 'pairs.application.accepted',
    },
    decline: {
      from: ['submitted'],
      to: 'declined',
      by: ['coordinator'],
      when: 'with words for the applicant',
      tells: ['applicant'],
      event: 'pairs.application.declined',
    },
    make_ready: {
      from: ['accepted'],
      to: 'ready',
      by: ['house'],
      when: 'as soon as nothing is missing',
      tells: ['applicant'],
      event: 'pairs.application.ready',
    },
    change: { from: CURRENT, by: ['applicant', 'coordinator'], audit: 'pairs.application.changed' },
    pause: {
      from: ['ready'],
      to: 'paused',
      by: ['applicant', 'coordinator', 'house'],
      when: 'by the house after a pair, until they say whether they wish for another',
      audit: 'pairs.application.paused',
    },
    resume: {
      from: ['paused'],
      to: 'ready',
      by: ['applicant', 'coordinator'],
      audit: 'pairs.application.resumed',
    },
    ask_whether: {
      from: ['ready', 'paused'],
      by: ['house'],
      when: 'after a long silence',
      tells: ['applicant'],
      event: 'pairs.application.asked_whether',
    },
    still_wish: { from: ['ready', 'paused'], by: ['applicant'], audit: 'pairs.application.still_wished' },
    expire: {
      from: ['ready', 'paused'],
      to: 'expired',
      by: ['house'],
      when: 'where nobody answered, and no pair is under way',
      tells: ['applicant'],
      event: 'pairs.application.expired',
    },
    withdraw: {
      from: CURRENT,
      to: 'withdrawn',
      by: ['applicant', 'coordinator'],
      when: 'a proposal falls through with it; not while a pair is active',
      tells: ['coordinator'],
      event: 'pairs.application.withdrawn',
    },
    end: {
      from: ['ready', 'paused'],
      to: 'ended',
      by: ['house'],
      when: 'after a pair, where they do not wish for another',
      event: 'pairs.application.ended',
    },
  },
  refuses: (_act, state) =>
    refuse(state === null ? 'there_is_no_application' : 'application_has_moved_on').refusal,
});
