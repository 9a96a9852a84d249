import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { ProgramPage } from '../../../platform/parts/public/program-page.ts';
import { LineScene } from '../../../ui/index.ts';
import { consultationMessages } from '../words.ts';

const { label } = consultationMessages;

/** Consultations, for whoever has never asked. */
export const consultationsProgramPage: ProgramPage = {
  order: 35,
  slug: 'consultations',
  picture: () => <LineScene name="calling" isTold />,
  title: label('program_title'),
  lead: label('ask_lead'),
  steps: [
    {
      picture: () => <LineScene name="writing" />,
      title: label('program_how_1'),
      text: label('program_how_1_text'),
    },
    {
      picture: () => <LineScene name="reading" />,
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
  notes: { title: label('who_reads_title'), lines: [label('who_reads_text'), label('program_not')] },
  next: [
    { href: housePaths.consultationsNew(), label: label('ask_title') },
    { href: housePaths.helpNow(), label: label('helplines') },
  ],
};

function Costs(): VNode {
  return <p>{useWords(consultationMessages)('program_costs')}</p>;
}
