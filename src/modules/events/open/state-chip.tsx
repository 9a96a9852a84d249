import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip, type Tone } from '../../../ui/index.ts';
import type { Event, EventState } from '../types.ts';
import { eventsMessages } from '../words.ts';

const TONES: Readonly<Partial<Record<EventState, Tone>>> = {
  postponed: 'notice',
  cancelled: 'danger',
  under_way: 'good',
  over: 'plain',
  reported: 'plain',
  closed: 'plain',
};

/** How an event stands, for everybody; nothing where it is simply to come. */
export function StateChip({ event }: { readonly event: Pick<Event, 'state'> }): VNode | null {
  const t = useWords(eventsMessages);
  const { state } = event;
  const tone = TONES[state];
  return tone ? (
    <StatusChip tone={tone}>
      {t(`state_${state as 'postponed' | 'cancelled' | 'under_way' | 'over' | 'reported' | 'closed'}`)}
    </StatusChip>
  ) : null;
}
