import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip, type Tone } from '../../../ui/index.ts';
import { isUnsettled } from '../meet/rules/visit.ts';
import type { RequestState } from '../transitions.ts';
import { spotMessages } from '../words.ts';

/** How a request stands for its requester: a visit that should be over waits for their word. */
export type Standing = RequestState | 'unsettled';

/** @param endsAt of the agreed visit */
export function standingOf(
  { state, endsAt }: { readonly state: RequestState; readonly endsAt: Temporal.Instant | null },
  now: Temporal.Instant,
): Standing {
  return endsAt && isUnsettled({ state, endsAt }, now) ? 'unsettled' : state;
}

const TONES: Record<Standing, Tone> = {
  submitted: 'waiting',
  asked_back: 'notice',
  open: 'waiting',
  accepted: 'notice',
  confirmed: 'good',
  in_progress: 'good',
  unsettled: 'notice',
  visited: 'notice',
  closed: 'plain',
  unfilled: 'waiting',
  no_show: 'notice',
  declined: 'plain',
  redirected: 'plain',
  cancelled: 'plain',
};

/** Where a request stands, in one or two words for the requester. */
export function StateChip(props: { state: Standing; hasSaid: boolean }): VNode {
  const t = useWords(spotMessages);
  if (props.state === 'visited' && props.hasSaid)
    return <StatusChip tone="good">{t('state_told')}</StatusChip>;
  return <StatusChip tone={TONES[props.state]}>{t(`state_${props.state}`)}</StatusChip>;
}
