import type { ComponentChildren, VNode } from 'preact';
import { languageOf } from '../../platform/languages/detect.ts';
import { Icon } from '../icon/icon.tsx';

export interface WorkRowProps {
  /** Stable, for live update and for links to the row. */
  readonly id: string;
  /** `danger`: somebody may be in trouble; `soon`: it breaks soon. An icon and `when` say it, the color repeats it. */
  readonly tone?: 'danger' | 'soon' | undefined;
  /** When it breaks: a short date, or a word. */
  readonly when?: ComponentChildren;
  /** How long until then, or since when. */
  readonly ago?: ComponentChildren;
  /** Who and their first words: one line, cut by an ellipsis. */
  readonly title: ComponentChildren;
  /** A second, quiet line. */
  readonly facts?: ComponentChildren;
  /** A place or the like: at most two short lines. */
  readonly aside?: readonly ComponentChildren[] | undefined;
  /** Its act is carried out at once: whoever presses has read all that it says, so that nothing of it is cut. */
  readonly inFull?: boolean;
  /** In whose care. */
  readonly whose?: ComponentChildren;
  /** One link or button that stays in sight. */
  readonly act: ComponentChildren;
}

/** Said once more: a list without dots is none for some screen readers. */
const AS_LIST = { role: 'list' } as const;

/**
 * Rows of work, each on two lines with its act at the end: when, who and what, where, whose, act; on a phone who and
 * what above, all else below. For everything that staff go through from the top (the desk, applicants, concerns, visits).
 * @param props.label names the list where no heading above it does
 * @param props.children one `WorkRow` a row; drawn by `Each`, a row that has not changed is not drawn anew
 */
export function WorkList(props: { label: string; children: ComponentChildren }): VNode {
  return (
    <div class="work-list">
      <ol {...AS_LIST} aria-label={props.label}>
        {props.children}
      </ol>
    </div>
  );
}

/** A row of a `WorkList`. */
export function WorkRow(props: WorkRowProps): VNode {
  const { tone, when, ago, facts, aside = [], whose } = props;
  return (
    <li class="work-row" id={props.id} data-tone={tone} data-full={props.inFull}>
      <p class="work-title">{props.title}</p>
      <p class="work-more">
        {(when || ago) && (
          <span class="work-when">
            {when && (
              <b>
                {tone && <Icon name={tone === 'danger' ? 'alert' : 'clock'} />}
                {when}
              </b>
            )}{' '}
            {ago && <span>{ago}</span>}
          </span>
        )}{' '}
        {facts && <span class="work-facts">{facts}</span>}{' '}
        {aside.length > 0 && (
          <span class="work-aside">
            {aside.map((line) => (
              <span>{line} </span>
            ))}
          </span>
        )}{' '}
        {whose && <span class="work-whose">{whose}</span>}
      </p>
      <div class="work-act">{props.act}</div>
    </li>
  );
}

/** More would never stand in one line. */
const MOST_LETTERS = 120;

/** The first of somebody’s own words, quoted, in one line of a row. */
export function FirstWords(props: { children: string }): VNode {
  const words = props.children
    .slice(0, 2 * MOST_LETTERS)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const letters = [...words];
  return (
    <q lang={languageOf(words)} dir="auto">
      {letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : words}
    </q>
  );
}
