import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Icon } from '../icon/icon.tsx';
import { Link } from '../link/link.tsx';
import { uiMessages } from '../messages.ts';

export interface PagerProps {
  /** Addresses without the language; missing at either end. */
  previous?: string | undefined;
  next?: string | undefined;
  /** The words of the two steps, where they are not pages: the day before, the day after. */
  steps?: { previous: ComponentChildren; next: ComponentChildren } | undefined;
  /** The id of the heading of its list, where one page holds more lists than one. */
  headedBy?: string | undefined;
  /** Where the reader is: "31 to 60 of 84". */
  children?: ComponentChildren | undefined;
}

/** The way through a long list; nothing where all of it is shown. */
export function Pager(props: PagerProps): VNode | null {
  const words = useWords(uiMessages);
  if (!props.previous && !props.next && !props.children) return null;
  return (
    <nav
      class="pager"
      aria-label={props.headedBy ? undefined : words.plain('pages')}
      aria-labelledby={props.headedBy}
    >
      {props.previous && (
        <Link href={props.previous} kind="block">
          <Icon name="back" />
          <span>{props.steps?.previous ?? words('previous_page')}</span>
        </Link>
      )}
      {props.children && <p>{props.children}</p>}
      {props.next && (
        <Link href={props.next} kind="block">
          <span>{props.steps?.next ?? words('next_page')}</span>
          <Icon name="next" />
        </Link>
      )}
    </nav>
  );
}
