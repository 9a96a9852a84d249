import type { ComponentChildren, VNode } from 'preact';
import { useHref } from '../../platform/languages/reading.tsx';
import { OwnWords } from '../own-words/own-words.tsx';
import { PersonName } from '../person-name/person-name.tsx';

export interface PersonBadgeProps {
  /** The name to call them. */
  name: string;
  /** The same with readings, where it has some. */
  shown?: ComponentChildren | undefined;
  /** The name as they write it themselves, where it is another. */
  written?: string | null | undefined;
  /** Their face, where they show it: the path of a square picture, without its language. */
  portrait?: string | null | undefined;
  /** What they say of themselves in one sentence, as they wrote it. */
  sentence?: string | null | undefined;
  /** Languages, visits, since when: one line. */
  children?: ComponentChildren | undefined;
  /** Further lines. */
  more?: ComponentChildren | undefined;
  lang?: string | undefined;
  /** `large` where two get to know each other; `small` among other things. */
  size?: 'small' | 'large' | undefined;
}

/** A person: their face or the initial of the name, a name its reader can read, one sentence of theirs, what to know. */
export function PersonBadge(props: PersonBadgeProps): VNode {
  const href = useHref();
  return (
    <div class="person-badge" data-size={props.size}>
      {props.portrait ? (
        // The name stands beside it: there is nothing to say of a face.
        <img class="person-portrait" src={href(props.portrait)} alt="" width={96} height={96} />
      ) : (
        <span class="person-initial" aria-hidden="true">
          {firstLetter(props.name)}
        </span>
      )}
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
        {props.sentence && (
          <OwnWords as="p" class="person-sentence">
            {props.sentence}
          </OwnWords>
        )}
        {props.more && <div class="person-about">{props.more}</div>}
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
