import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = {
  told: [
    'stories.story.invited',
    'stories.story.told',
    'stories.story.declined',
    'stories.story.asked',
    'stories.story.reopened',
    'stories.story.published',
    'stories.story.recalled',
    'stories.story.viewed',
    'stories.story.described',
    'stories.story.written',
    'stories.stories.viewed',
    'stories.consent.named',
    'stories.consent.asked',
    'stories.consent.agreed',
    'stories.consent.asked_anew',
    'stories.consent.declined',
    'stories.consent.recalled',
    'stories.picture.kept',
    'stories.picture.viewed',
    'stories.use.recorded',
    'stories.use.asked_away',
  ],
  withheld: ['stories.story.agreed'],
};
