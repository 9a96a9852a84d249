import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a call: somebody has time, somebody else is alone. */
export const callLife = defineLife({
  noun: 'season.call',
  acts: {
    arrange: {
      from: [],
      to: 'arranged',
      by: ['coordinator'],
      when: 'on a day of the resident, in an hour that is not promised',
      tells: ['volunteer', 'resident'],
      event: 'season.call.arranged',
    },
    call: {
      from: ['arranged'],
      to: 'called',
      by: ['volunteer'],
      when: 'they have talked',
      event: 'season.call.called',
    },
    miss: {
      from: ['arranged'],
      to: 'missed',
      by: ['volunteer'],
      when: 'nobody answered',
      tells: ['coordinator'],
      event: 'season.call.missed',
    },
    call_off: {
      from: ['arranged'],
      to: 'called_off',
      by: ['coordinator', 'resident', 'house'],
      when: 'by the house where they must not meet any more',
      tells: ['volunteer', 'resident'],
      event: 'season.call.called_off',
    },
  },
  refuses: () => refuse('call_is_over').refusal,
});
