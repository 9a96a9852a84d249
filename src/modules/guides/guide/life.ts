import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a guide: nothing is public that only one pair of eyes has seen. */
export const guideLife = defineLife({
  noun: 'guides.guide',
  acts: {
    begin: {
      from: [],
      to: 'draft',
      by: ['coordinator', 'house'],
      when: 'by the house once help of a kind was given for which there is none',
      audit: 'guides.guide.begun',
    },
    write: {
      from: ['draft', 'published'],
      by: ['coordinator'],
      when: 'each change of the Japanese says how much it changes',
      audit: 'guides.guide.written',
    },
    submit: {
      from: ['draft'],
      to: 'in_review',
      by: ['coordinator'],
      tells: ['coordinator'],
      event: 'guides.guide.submitted',
    },
    send_back: { from: ['in_review'], to: 'draft', by: ['coordinator'], event: 'guides.guide.sent_back' },
    publish: {
      from: ['in_review'],
      to: 'published',
      by: ['coordinator'],
      when: 'by somebody else than whoever submitted it',
      event: 'guides.guide.published',
    },
    withdraw: {
      from: ['published'],
      to: 'withdrawn',
      by: ['coordinator'],
      event: 'guides.guide.withdrawn',
    },
    take_up: { from: ['withdrawn'], to: 'draft', by: ['coordinator'], audit: 'guides.guide.taken_up' },
    drop: { from: ['draft'], to: 'dropped', by: ['coordinator'], audit: 'guides.guide.dropped' },
  },
  refuses: (_, state) => refuse(state === null ? 'guide_is_unknown' : 'guide_is_elsewhere').refusal,
});
