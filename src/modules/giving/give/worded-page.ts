import type { WordedPage } from '../../../platform/parts/public/worded-page.ts';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';

const { label } = givingMessages;

/** What stands above the form of giving, in words that the organization may write itself. */
export const giveWords: WordedPage = {
  key: 'give',
  path: givingPaths.give(),
  title: label('give_title'),
  sections: [
    { key: 'title', part: 'title', usual: [label('give_title')] },
    { key: 'lead', part: 'lead', usual: [label('give_lead')] },
  ],
};
