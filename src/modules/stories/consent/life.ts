import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a consent: of one person in one story. */
export const consentLife = defineLife({
  noun: 'stories.consent',
  acts: {
    name: { from: [], to: 'named', by: ['coordinator'], audit: 'stories.consent.named' },
    ask: {
      from: ['named'],
      to: 'asked',
      by: ['coordinator'],
      tells: ['whoever is asked'],
      audit: 'stories.consent.asked',
    },
    agree: {
      from: ['asked'],
      to: 'agreed',
      by: ['whoever is asked'],
      when: 'of a child, whoever answers for it',
      audit: 'stories.consent.agreed',
    },
    decline: { from: ['asked'], to: 'declined', by: ['whoever is asked'], audit: 'stories.consent.declined' },
    ask_anew: {
      from: ['asked', 'agreed'],
      to: 'named',
      by: ['coordinator'],
      when: 'what they agreed to has changed',
      audit: 'stories.consent.asked_anew',
    },
    recall: {
      from: ['named', 'asked', 'agreed'],
      to: 'recalled',
      by: ['whoever is asked', 'coordinator', 'house'],
      when: 'at any time, without a reason',
      tells: ['whoever is asked'],
      audit: 'stories.consent.recalled',
    },
  },
  refuses: (_, state) =>
    refuse(state === 'recalled' ? 'consent_is_recalled' : 'consent_is_elsewhere').refusal,
});
