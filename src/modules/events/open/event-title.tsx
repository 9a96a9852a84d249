import type { VNode } from 'preact';
import type { Event } from '../types.ts';
import { useSaid } from './said.tsx';

/** An event's title, marked as another language where it is not written in the reader's. */
export function EventTitle({ event }: { readonly event: Event }): VNode {
  return <>{useSaid(event).title}</>;
}
