import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { ProgramPage } from '../../../platform/parts/public/program-page.ts';
import { LineScene } from '../../../ui/index.ts';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';

const { label } = givingMessages;

/** Giving, for whoever has not given yet. */
export const givingProgramPage: ProgramPage = {
  order: 60,
  slug: 'giving',
  picture: () => <LineScene name="giving" isTold />,
  title: label('home_giving_title'),
  lead: label('home_giving_text'),
  steps: [
    {
      picture: () => <LineScene name="writing" />,
      title: label('program_how_1'),
      text: label('program_how_1_text'),
    },
    {
      picture: () => <LineScene name="checking" />,
      title: label('program_how_2'),
      text: label('program_how_2_text'),
    },
    {
      picture: () => <LineScene name="reading" />,
      title: label('program_how_3'),
      text: label('program_how_3_text'),
    },
  ],
  who: [label('program_who_1'), label('program_who_2')],
  costs: () => <Costs />,
  next: [
    { href: givingPaths.give(), label: label('give') },
    { href: givingPaths.giving(), label: label('home_giving') },
  ],
};

function Costs(): VNode {
  return <p>{useWords(givingMessages)('program_costs')}</p>;
}
