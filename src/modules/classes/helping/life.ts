import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a commitment: somebody was asked to teach or help on a day. Until it begins they may always change their mind. */
export const commitmentLife = defineLife({
  noun: 'classes.commitment',
  acts: {
    ask: {
      from: [],
      to: 'asked',
      by: ['coordinator', 'house'],
      when: 'by the house those whose yes would restore most seats',
      tells: ['tutor'],
      event: 'classes.commitment.asked',
    },
    say_yes: {
      from: ['asked', 'silent', 'no'],
      to: 'yes',
      by: ['tutor'],
      when: 'until the session begins; counts for seats while everything holds that classes ask for',
      event: 'classes.commitment.accepted',
    },
    say_no: {
      from: ['asked', 'silent', 'yes'],
      to: 'no',
      by: ['tutor', 'coordinator'],
      when: 'until the session begins; seats follow at once',
      tells: ['coordinator'],
      event: 'classes.commitment.declined',
    },
    ask_anew: {
      from: ['asked', 'silent', 'yes', 'no'],
      to: 'asked',
      by: ['house'],
      when: 'the day is moved: an answer was about the old one',
      tells: ['tutor'],
      event: 'classes.commitment.asked_anew',
    },
    lapse: { from: ['asked'], to: 'silent', by: ['house'], audit: 'classes.commitment.lapsed' },
  },
  refuses: (_, state) => refuse(state === null ? 'commitment_is_unknown' : 'commitment_is_elsewhere').refusal,
});
