import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a check: a fact is put to one volunteer who lives there. */
export const checkLife = defineLife({
  noun: 'guides.check',
  acts: {
    ask: {
      from: [],
      to: 'asked',
      by: ['house'],
      when: 'its day has come; nobody has two at once',
      tells: ['volunteer'],
      event: 'guides.check.asked',
    },
    confirm: {
      from: ['asked'],
      to: 'right',
      by: ['volunteer'],
      when: 'the fact is right from this day on',
      audit: 'guides.check.confirmed',
    },
    report: {
      from: ['asked'],
      to: 'changed',
      by: ['volunteer'],
      tells: ['coordinator'],
      event: 'guides.check.reported',
    },
    pass: {
      from: ['asked'],
      to: 'passed',
      by: ['volunteer'],
      when: 'somebody else is asked',
      audit: 'guides.check.passed',
    },
    lapse: {
      from: ['asked'],
      to: 'lapsed',
      by: ['house'],
      when: 'nobody has answered within two weeks',
      audit: 'guides.check.lapsed',
    },
    settle: {
      from: ['changed'],
      to: 'settled',
      by: ['coordinator'],
      when: 'the fact is put right, or found right as it is',
      audit: 'guides.check.settled',
    },
  },
  refuses: (_, state) => refuse(state === null ? 'check_is_unknown' : 'check_is_answered').refusal,
});
