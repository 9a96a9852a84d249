import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import type { AheadItem } from '../../platform/parts/ahead.ts';
import { pageMessages } from '../pages.ts';

/** The one thing that comes next for the reader, before everything else of a page. */
export function WhatIsNext({ item }: { item: AheadItem }): VNode {
  return (
    <section>
      <h2>{useWords(pageMessages)('my_page_next')}</h2>
      {item.card}
    </section>
  );
}
