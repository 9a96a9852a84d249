import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a seat: one child in one session. */
export const seatLife = defineLife({
  noun: 'classes.seat',
  acts: {
    wait: { from: [], to: 'waiting', by: ['guardian', 'house'], audit: 'classes.seat.waited' },
    wait_again: {
      from: ['given_up'],
      to: 'waiting',
      by: ['guardian'],
      when: 'at the end of those who wait',
      audit: 'classes.seat.waited',
    },
    give: {
      from: ['waiting'],
      to: 'taken',
      by: ['house'],
      when: 'a week or longer before the session',
      tells: ['guardian'],
      event: 'classes.seat.taken',
    },
    offer: {
      from: ['waiting'],
      to: 'offered',
      by: ['house'],
      when: 'within the last week: held until a time',
      tells: ['guardian'],
      event: 'classes.seat.offered',
    },
    take: { from: ['offered'], to: 'taken', by: ['guardian'], audit: 'classes.seat.taken' },
    put_back: {
      from: ['offered'],
      to: 'waiting',
      by: ['house'],
      when: 'a tutor drops out: at their place',
      tells: ['guardian'],
      event: 'classes.seat.put_back',
    },
    pass: {
      from: ['offered'],
      to: 'given_up',
      by: ['house'],
      when: 'nobody took it in time',
      tells: ['guardian'],
      event: 'classes.seat.passed',
    },
    unsettle: {
      from: ['taken'],
      to: 'unsure',
      by: ['house'],
      when: 'a tutor drops out: the last to come are the first without',
      tells: ['guardian'],
      event: 'classes.seat.unsettled',
    },
    restore: {
      from: ['unsure'],
      to: 'taken',
      by: ['house'],
      when: 'before anybody else who waits',
      tells: ['guardian'],
      event: 'classes.seat.restored',
    },
    hold: {
      from: ['taken'],
      to: 'unsure',
      by: ['house'],
      when: 'the day is moved: theirs first, once adults say yes to the new one',
      audit: 'classes.seat.held',
    },
    take_back: {
      from: ['offered'],
      to: 'waiting',
      by: ['house'],
      when: 'the day is moved: at their place',
      audit: 'classes.seat.taken_back',
    },
    give_up: {
      from: ['waiting', 'offered', 'taken', 'unsure'],
      to: 'given_up',
      by: ['guardian', 'coordinator', 'house'],
      event: 'classes.seat.given_up',
    },
  },
  refuses: (_, state) => refuse(state === null ? 'seat_is_unknown' : 'seat_is_elsewhere').refusal,
});
