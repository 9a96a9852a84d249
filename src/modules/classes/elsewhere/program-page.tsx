import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { ProgramPage } from '../../../platform/parts/public/program-page.ts';
import { LineScene } from '../../../ui/index.ts';
import { classesPaths } from '../paths.ts';
import { classesMessages } from '../words.ts';

const { label } = classesMessages;

/** Classes, for a family that does not know them yet. */
export const classesProgramPage: ProgramPage = {
  order: 30,
  slug: 'classes',
  picture: () => <LineScene name="karuta" isTold />,
  title: label('program_title'),
  lead: label('home_classes_text'),
  steps: [
    {
      picture: () => <LineScene name="writing" />,
      title: label('program_how_1'),
      text: label('program_how_1_text'),
    },
    {
      picture: () => <LineScene name="meeting" />,
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
  notes: {
    title: label('program_safe_title'),
    lines: [label('program_safe_1'), label('program_safe_2'), label('program_safe_3')],
  },
  next: [{ href: classesPaths.classes(), label: label('home_classes') }],
};

function Costs(): VNode {
  return <p>{useWords(classesMessages)('program_costs')}</p>;
}
