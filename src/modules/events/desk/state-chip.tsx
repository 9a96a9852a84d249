import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip, type Tone } from '../../../ui/index.ts';
import type { Event, EventState } from '../types.ts';
import { eventsStaffMessages } from '../words.ts';

const TONES: Readonly<Record<EventState, Tone>> = {
  draft: 'plain',
  in_review: 'notice',
  published: 'good',
  closed: 'plain',
  under_way: 'good',
  over: 'notice',
  reported: 'plain',
  postponed: 'notice',
  cancelled: 'danger',
};

/** How an event stands, for those who plan it. */
export function DeskStateChip({ event: { state } }: { readonly event: Pick<Event, 'state'> }): VNode {
  const t = useWords(eventsStaffMessages);
  return <StatusChip tone={TONES[state]}>{t(`desk_state_${state}`)}</StatusChip>;
}
