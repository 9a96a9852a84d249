import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** Before both have said yes after meeting. */
export const ON_THE_WAY = ['proposed', 'offered', 'introduction'] as const;
export const RUNNING = ['active', 'paused'] as const;
/** From the moment at which both have said yes to meeting. */
export const TOGETHER = ['introduction', ...RUNNING] as const;
/** After the half year, or a part of it. */
export const OVER = ['completed', 'ended'] as const;
export const LIVE = [...ON_THE_WAY, ...RUNNING] as const;

/** The life of a pair, from being proposed to its volunteer until it is over. */
export const pairLife = defineLife({
  noun: 'pairs.pair',
  acts: {
    propose: {
      from: [],
      to: 'proposed',
      by: ['coordinator'],
      when: 'with a free place of both',
      tells: ['volunteer'],
      event: 'pairs.pair.proposed',
    },
    volunteer_accepts: {
      from: ['proposed'],
      to: 'offered',
      by: ['volunteer'],
      tells: ['resident'],
      event: 'pairs.pair.offered',
    },
    resident_accepts: {
      from: ['offered'],
      to: 'introduction',
      by: ['resident'],
      when: 'other proposals of the resident fall through',
      tells: ['volunteer', 'coordinator'],
      event: 'pairs.pair.accepted',
    },
    decline: {
      from: ON_THE_WAY,
      to: 'fell_through',
      by: ['volunteer', 'resident', 'coordinator'],
      when: 'with a reason that only coordinators read',
      tells: ['volunteer', 'resident', 'coordinator'],
      event: 'pairs.pair.fell_through',
    },
    lapse: {
      from: ON_THE_WAY,
      to: 'fell_through',
      by: ['house'],
      when: 'once the time to answer is over, or one of them can’t any more',
      tells: ['volunteer', 'resident', 'coordinator'],
      event: 'pairs.pair.fell_through',
    },
    set_introduction: {
      from: ['introduction'],
      by: ['volunteer', 'resident', 'coordinator'],
      when: 'a time that a coordinator keeps open, or sets',
      tells: ['volunteer', 'resident', 'coordinator'],
      event: 'pairs.introduction.set',
    },
    expect: {
      from: TOGETHER,
      by: ['volunteer', 'resident'],
      audit: 'pairs.pair.expected',
    },
    agree: {
      from: ['introduction'],
      by: ['volunteer', 'resident'],
      when: 'after meeting online; the other has not said yes yet',
      audit: 'pairs.pair.agreed',
    },
    begin: {
      from: ['introduction'],
      to: 'active',
      by: ['volunteer', 'resident'],
      when: 'with the second yes; for six calendar months',
      tells: ['volunteer', 'resident', 'coordinator'],
      event: 'pairs.pair.began',
    },
    give_contact: {
      from: [...TOGETHER, ...OVER],
      by: ['volunteer', 'resident'],
      when: 'once it is over, where both wish to stay in touch',
      audit: 'pairs.contact.given',
    },
    take_contact_back: {
      from: [...TOGETHER, ...OVER],
      by: ['volunteer', 'resident'],
      audit: 'pairs.contact.taken_back',
    },
    stop_writing: {
      from: TOGETHER,
      by: ['volunteer', 'resident'],
      when: 'at once, for both; a coordinator is told',
      tells: ['coordinator'],
      event: 'pairs.pair.writing_stopped',
    },
    let_write: {
      from: TOGETHER,
      by: ['coordinator'],
      when: 'after a talk with both',
      event: 'pairs.pair.writing_resumed',
    },
    record_activity: { from: RUNNING, by: ['volunteer', 'resident'], audit: 'pairs.pair.activity_recorded' },
    check_in: { from: RUNNING, by: ['volunteer', 'resident'], audit: 'pairs.pair.checked_in' },
    pause: {
      from: ['active'],
      to: 'paused',
      by: ['volunteer', 'resident', 'coordinator'],
      tells: ['volunteer', 'resident', 'coordinator'],
      event: 'pairs.pair.paused',
    },
    resume: {
      from: ['paused'],
      to: 'active',
      by: ['volunteer', 'resident', 'coordinator'],
      tells: ['volunteer', 'resident', 'coordinator'],
      event: 'pairs.pair.resumed',
    },
    hand_over: {
      from: LIVE,
      by: ['coordinator'],
      when: 'to another coordinator, with words; both sides are told',
      tells: ['volunteer', 'resident'],
      event: 'pairs.pair.handed_over',
    },
    look_again: {
      from: LIVE,
      by: ['coordinator'],
      when: 'within 14 days of taking it over',
      audit: 'pairs.pair.looked_at',
    },
    end: {
      from: RUNNING,
      to: 'ended',
      by: ['volunteer', 'resident', 'coordinator', 'house'],
      when: 'told, or faded; nobody has to say why',
      tells: ['volunteer', 'resident', 'coordinator'],
      event: 'pairs.pair.ended',
    },
    complete: {
      from: ['active'],
      to: 'completed',
      by: ['house'],
      when: 'once the six months are over; a pause moves their end',
      tells: ['volunteer', 'resident', 'coordinator'],
      event: 'pairs.pair.completed',
    },
    close: {
      from: OVER,
      by: ['volunteer', 'resident'],
      when: 'once each: how it was, a last page, again or not',
      audit: 'pairs.pair.closed',
    },
  },
  refuses: (_act, state) => refuse(state === null ? 'there_is_no_pair' : 'pair_has_moved_on').refusal,
});
