import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { ProgramPage } from '../../../platform/parts/public/program-page.ts';
import { LineScene } from '../../../ui/index.ts';
import { eventsPaths } from '../paths.ts';
import { eventsMessages } from '../words.ts';

const { label } = eventsMessages;

/** Events, for whoever has been to none yet. */
export const eventsProgramPage: ProgramPage = {
  order: 50,
  slug: 'events',
  picture: () => <LineScene name="hall" isTold />,
  title: label('home_events_title'),
  lead: label('home_events_text'),
  steps: [
    {
      picture: () => <LineScene name="reading" />,
      title: label('program_how_1'),
      text: label('program_how_1_text'),
    },
    {
      picture: () => <LineScene name="writing" />,
      title: label('program_how_2'),
      text: label('program_how_2_text'),
    },
    {
      picture: () => <LineScene name="meeting" />,
      title: label('program_how_3'),
      text: label('program_how_3_text'),
    },
  ],
  who: [label('program_who_1'), label('program_who_2')],
  costs: () => <Costs />,
  next: [{ href: eventsPaths.events(), label: label('home_events') }],
};

function Costs(): VNode {
  return <p>{useWords(eventsMessages)('program_costs')}</p>;
}
