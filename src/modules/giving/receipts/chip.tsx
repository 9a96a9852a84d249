import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { StatusChip } from '../../../ui/index.ts';
import { givingMessages } from '../words.ts';
import type { ReceiptState } from './types.ts';

const TONES = { issued: 'good', reissued: 'notice', void: 'danger' } as const;

/** How a receipt stands, in a word. */
export function ReceiptChip({ state }: { readonly state: ReceiptState }): VNode {
  return <StatusChip tone={TONES[state]}>{useWords(givingMessages)(`receipt_is_${state}`)}</StatusChip>;
}
