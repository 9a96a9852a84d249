import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip, type Tone } from '../../../ui/index.ts';
import { givingMessages } from '../words.ts';
import type { PromiseState } from './types.ts';

const TONES: Readonly<Record<PromiseState, Tone>> = {
  announced: 'waiting',
  active: 'good',
  paused: 'waiting',
  card_failed: 'notice',
  lapsed: 'plain',
  cancelled: 'plain',
};

/** How a promise stands, in a word. */
export function PromiseChip({ state }: { readonly state: PromiseState }): VNode {
  const t = useWords(givingMessages);
  return <StatusChip tone={TONES[state]}>{t(`promise_state_${state}`)}</StatusChip>;
}
