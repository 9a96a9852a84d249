import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a session. */
export const sessionLife = defineLife({
  noun: 'classes.session',
  acts: {
    plan: { from: [], to: 'planned', by: ['coordinator'], audit: 'classes.session.planned' },
    change: { from: ['planned', 'open'], by: ['coordinator'], audit: 'classes.session.changed' },
    move: {
      from: ['planned', 'open'],
      by: ['coordinator'],
      when: 'to another date: tutors are asked anew, seats are held for who has one',
      tells: ['guardian', 'tutor'],
      event: 'classes.session.moved',
    },
    open: {
      from: ['planned'],
      to: 'open',
      by: ['coordinator'],
      when: 'tutors are asked, and every enrolled child waits for a seat',
      audit: 'classes.session.opened',
    },
    begin: { from: ['open'], to: 'under_way', by: ['house'], audit: 'classes.session.begun' },
    end: { from: ['under_way'], to: 'over', by: ['house'], event: 'classes.session.over' },
    report: { from: ['over'], to: 'reported', by: ['coordinator'], audit: 'classes.session.reported' },
    cancel: {
      from: ['planned', 'open'],
      to: 'cancelled',
      by: ['coordinator'],
      when: 'storm, trains, illness, too few adults',
      tells: ['guardian', 'tutor'],
      event: 'classes.session.cancelled',
    },
  },
  refuses: (_, state) => refuse(state === null ? 'session_is_unknown' : 'session_is_elsewhere').refusal,
});
