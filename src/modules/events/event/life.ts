import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** While its day is still to come. */
const TO_COME = ['published', 'closed'] as const;

/** The life of an event: nothing is public that only one pair of eyes has seen. */
export const eventLife = defineLife({
  noun: 'events.event',
  acts: {
    draft: { from: [], to: 'draft', by: ['coordinator'], audit: 'events.event.drafted' },
    submit: {
      from: ['draft'],
      to: 'in_review',
      by: ['coordinator'],
      tells: ['coordinator'],
      event: 'events.event.submitted',
    },
    send_back: { from: ['in_review'], to: 'draft', by: ['coordinator'], event: 'events.event.sent_back' },
    publish: {
      from: ['in_review'],
      to: 'published',
      by: ['coordinator'],
      when: 'by somebody else than whoever submitted it',
      event: 'events.event.published',
    },
    change: {
      from: [...TO_COME],
      by: ['coordinator'],
      when: 'who has a seat is told of another time or place',
      tells: ['registered'],
      event: 'events.event.changed',
    },
    close: { from: ['published'], to: 'closed', by: ['coordinator', 'house'], audit: 'events.event.closed' },
    reopen: { from: ['closed'], to: 'published', by: ['coordinator'], audit: 'events.event.reopened' },
    begin: { from: [...TO_COME], to: 'under_way', by: ['house'], audit: 'events.event.begun' },
    end: { from: ['under_way'], to: 'over', by: ['house'], event: 'events.event.over' },
    report: { from: ['over'], to: 'reported', by: ['coordinator'], audit: 'events.event.reported' },
    postpone: {
      from: [...TO_COME],
      to: 'postponed',
      by: ['coordinator'],
      tells: ['registered'],
      event: 'events.event.postponed',
    },
    set_date: {
      from: ['postponed'],
      to: 'published',
      by: ['coordinator'],
      when: 'seats are kept, each may cancel',
      tells: ['registered'],
      event: 'events.event.dated',
    },
    cancel: {
      from: ['draft', 'in_review', ...TO_COME, 'postponed'],
      to: 'cancelled',
      by: ['coordinator'],
      when: 'its page stays',
      tells: ['registered'],
      event: 'events.event.cancelled',
    },
  },
  refuses: (_, state) => refuse(state === null ? 'event_is_unknown' : 'event_is_elsewhere').refusal,
});
