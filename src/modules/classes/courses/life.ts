import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a course. */
export const courseLife = defineLife({
  noun: 'classes.course',
  acts: {
    plan: { from: [], to: 'planned', by: ['coordinator'], audit: 'classes.course.planned' },
    change: { from: ['planned', 'open'], by: ['coordinator'], audit: 'classes.course.changed' },
    open: {
      from: ['planned'],
      to: 'open',
      by: ['coordinator'],
      when: 'everybody sees it, and families can ask for a place',
      audit: 'classes.course.opened',
    },
    end: {
      from: ['open'],
      to: 'over',
      by: ['coordinator'],
      when: 'no session lies ahead',
      audit: 'classes.course.ended',
    },
  },
  refuses: (_, state) => refuse(state === null ? 'course_is_unknown' : 'course_is_elsewhere').refusal,
});
