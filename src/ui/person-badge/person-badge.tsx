import type { ComponentChildren, VNode } from 'preact';
import { PersonName } from '../person-name/person-name.tsx';

export interface PersonBadgeProps {
  /** The name to call them. */
  name: string;
  /** The same with readings, where it has some. */
  shown?: ComponentChildren | undefined;
  /** The name as they write it themselves, where it is another. */
  written?: string | null | undefined;
  /** Languages, visits, since when: one line. */
  children?: ComponentChildren | undefined;
  lang?: string | undefined;
}

/** A person at a glance: a round with the first letter of the name, the name, one line about them. No photos of people. */
export function PersonBadge(props: PersonBadgeProps): VNode {
  const first = firstLetter(props.name);
  return (
    <div class="person-badge" data-shade={(first.codePointAt(0) ?? 0) % 3}>
      <span class="person-round" aria-hidden="true">
        {first}
      </span>
      <div>
        <p class="person-name">
          <PersonName lang={props.lang}>{props.shown ?? props.name}</PersonName>
          {props.written && (
            <>
              {' '}
              <PersonName class="person-written">{props.written}</PersonName>
            </>
          )}
        </p>
        {props.children && <p class="person-about">{props.children}</p>}
      </div>
    </div>
  );
}

// A letter as people count them: some scripts need several code points for one.
const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

function firstLetter(name: string): string {
  for (const { segment } of letters.segment(name.trim())) return segment.toLocaleUpperCase('en');
  return '';
}
