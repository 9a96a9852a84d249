import type { VNode } from 'preact';
import { housePaths } from '../../addresses/paths.ts';
import type { Database } from '../../database/connect.ts';
import type { Label, Sentence } from '../../languages/messages.tsx';
import type { WordedPage, WordedSection } from './worded-page.ts';

/** A step of how a program goes. */
export interface ProgramStep {
  readonly picture: () => VNode;
  readonly title: Label;
  readonly text: Label;
}

/** What a module says of its program to whoever does not know it yet: how it goes, for whom, what it costs, what to do next. */
export interface ProgramPage {
  /** What stands before what: the lower first. */
  readonly order: number;
  /** The end of its address: `/programs/pairs`. */
  readonly slug: string;
  /** People of the program. */
  readonly picture: () => VNode;
  readonly title: Sentence;
  /** What it is, in a sentence or two; searches say it too. */
  readonly lead: Sentence;
  readonly steps: readonly ProgramStep[];
  /** For whom it is. */
  readonly who: readonly Label[];
  /** What it costs, as it is set now. */
  readonly costs: (db: Database, now: Temporal.Instant) => Promise<VNode> | VNode;
  /** What it is not, or what else to know before. */
  readonly notes?: { readonly title: Label; readonly lines: readonly Label[] };
  /** What to do next; the first is the main way. */
  readonly next: readonly { readonly href: string; readonly label: Label }[];
}

/** The name of a program’s page among those whose words may be the organization’s own. */
export const wordedKeyOf = ({ slug }: Pick<ProgramPage, 'slug'>): string => `programs-${slug}`;

/** Its sections, as the organization may write them. What it costs is not among them: it is said as it is set. */
function wordedProgram(program: ProgramPage): WordedPage {
  const { slug, title, lead, steps, who, notes } = program;
  const ofSteps = steps.flatMap((step, at): WordedSection[] => [
    { key: `step-${at + 1}-title`, part: 'step_title', number: at + 1, usual: [step.title] },
    { key: `step-${at + 1}-text`, part: 'step_text', number: at + 1, usual: [step.text] },
  ]);
  const ofNotes: readonly WordedSection[] = notes
    ? [
        { key: 'notes-title', part: 'notes_title', usual: [notes.title] },
        { key: 'notes', part: 'notes', usual: notes.lines },
      ]
    : [];
  return {
    key: wordedKeyOf(program),
    path: housePaths.program({ program: slug }),
    title,
    sections: [
      { key: 'title', part: 'title', usual: [title] },
      { key: 'lead', part: 'lead', usual: [lead] },
      ...ofSteps,
      { key: 'who', part: 'who', usual: who },
      ...ofNotes,
    ],
  };
}

/** All pages of a module whose words may be the organization’s own. */
export const listWordedPages = ({
  programPage,
  wordedPages = [],
}: {
  readonly programPage?: ProgramPage;
  readonly wordedPages?: readonly WordedPage[];
}): readonly WordedPage[] => [...(programPage ? [wordedProgram(programPage)] : []), ...wordedPages];
