import { housePaths } from '../../../platform/addresses/paths.ts';
import type { WordedPage } from '../../../platform/parts/public/worded-page.ts';
import { trustMessages } from '../messages.ts';

const { label } = trustMessages;

export const MEANING = [
  'meaning_who',
  'meaning_help',
  'meaning_time',
  'meaning_no',
  'meaning_alone',
  'meaning_money',
] as const;

/** What being a volunteer means, in words that the organization may write itself. */
export const volunteeringWords: WordedPage = {
  key: 'volunteering',
  path: housePaths.volunteering(),
  title: label('volunteering_title'),
  sections: [
    { key: 'title', part: 'title', usual: [label('volunteering_title')] },
    { key: 'lead', part: 'lead', usual: [label('volunteering_lead')] },
    { key: 'meaning-title', part: 'notes_title', usual: [label('meaning_title')] },
    { key: 'meaning', part: 'notes', usual: MEANING.map((line) => label(line)) },
  ],
};
