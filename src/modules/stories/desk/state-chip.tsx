import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip, type Tone } from '../../../ui/index.ts';
import type { Story, StoryState } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';

const TONES: Readonly<Record<StoryState, Tone>> = {
  invited: 'plain',
  told: 'notice',
  asked: 'plain',
  agreed: 'notice',
  published: 'good',
  declined: 'plain',
  recalled: 'danger',
};

/** How a story stands, for those who prepare it. */
export function DeskStateChip({ story: { state } }: { readonly story: Pick<Story, 'state'> }): VNode {
  const t = useWords(storiesStaffMessages);
  return <StatusChip tone={TONES[state]}>{t(`desk_state_${state}`)}</StatusChip>;
}
