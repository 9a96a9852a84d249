import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip, type Tone } from '../../../ui/index.ts';
import type { RequestState } from '../transitions.ts';
import { spotMessages } from '../words.ts';

const TONES: Record<RequestState, Tone> = {
  submitted: 'waiting',
  asked_back: 'notice',
  open: 'waiting',
  accepted: 'notice',
  confirmed: 'good',
  in_progress: 'good',
  visited: 'notice',
  closed: 'plain',
  unfilled: 'waiting',
  no_show: 'notice',
  declined: 'plain',
  redirected: 'plain',
  cancelled: 'plain',
};

/** Where a request stands, in one or two words for the requester. */
export function StateChip(props: { state: RequestState; hasSaid: boolean }): VNode {
  const t = useWords(spotMessages);
  if (props.state === 'visited' && props.hasSaid)
    return <StatusChip tone="good">{t('state_told')}</StatusChip>;
  return <StatusChip tone={TONES[props.state]}>{t(`state_${props.state}`)}</StatusChip>;
}
