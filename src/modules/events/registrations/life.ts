import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** While it counts for something. */
export const OPEN = ['seated', 'waiting', 'offered'] as const;

/** The life of a registration. */
export const registrationLife = defineLife({
  noun: 'events.registration',
  acts: {
    ask: {
      from: [],
      to: 'asked',
      by: ['registrant'],
      when: 'takes no seat until the mail address has proved itself',
      audit: 'events.registration.asked',
    },
    seat: {
      from: ['asked', 'waiting', 'offered'],
      to: 'seated',
      by: ['registrant', 'house'],
      when: 'the whole party has seats; from waiting only in the last hours',
      tells: ['registrant'],
      event: 'events.registration.seated',
    },
    wait: {
      from: ['asked', 'seated'],
      to: 'waiting',
      by: ['registrant', 'house'],
      when: 'there are not seats for all of them',
      tells: ['registrant'],
      event: 'events.registration.waits',
    },
    offer: {
      from: ['waiting'],
      to: 'offered',
      by: ['house'],
      tells: ['registrant'],
      event: 'events.registration.offered',
    },
    put_back: {
      from: ['offered'],
      to: 'waiting',
      by: ['house'],
      when: 'the event is postponed: at their place, told with it',
      audit: 'events.registration.put_back',
    },
    pass: {
      from: ['offered'],
      to: 'passed',
      by: ['registrant', 'house'],
      when: 'declined, or not taken in time',
      tells: ['registrant'],
      event: 'events.registration.passed',
    },
    cancel: {
      from: ['asked', ...OPEN],
      to: 'cancelled',
      by: ['registrant', 'coordinator', 'house'],
      tells: ['registrant'],
      event: 'events.registration.cancelled',
    },
  },
  refuses: (_, state) =>
    refuse(state === 'cancelled' ? 'registration_is_cancelled' : 'registration_is_elsewhere').refusal,
});
