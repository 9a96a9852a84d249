import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { choice, requiredText } from '../../../platform/web/form-fields.ts';
import { storiesPaths } from '../paths.ts';
import { storyLife } from '../story/life.ts';
import { OTHER_USES } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';

/** What coordinators do on the page of a story; each form carries the version that it was drawn from. */
export const storyForms = sentAt({
  at: storiesPaths.deskStory.pattern,
  life: storyLife,
  words: storiesStaffMessages,
  versioned: true,
  sent: {
    asking: { act: 'ask', says: 'story_was_asked' },
    reopening: { act: 'reopen', says: 'story_was_reopened' },
    publication: { act: 'publish', says: 'story_was_published', seconds: 30 },
    recall: { act: 'recall', says: 'story_was_recalled' },
    uses: {
      input: { kind: choice(OTHER_USES), place: requiredText(300) },
      audit: 'stories.use.recorded',
      says: 'use_was_recorded',
    },
    told: { input: { useId: z.uuid() }, audit: 'stories.use.asked_away', says: 'use_was_asked_away' },
  },
});
