import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Icon } from '../icon/icon.tsx';
import { uiMessages } from '../messages.ts';

/** Where the reader is in a few steps: done, now, still to come. `current` counts from 1. */
export function Steps(props: {
  titles: readonly ComponentChildren[];
  current: number;
  label?: string | undefined;
}): VNode {
  const words = useWords(uiMessages);
  return (
    <nav class="steps" aria-label={props.label ?? words.plain('steps')} data-steps-progress>
      <ol>
        {props.titles.map((title, index) => (
          <li
            data-done={index + 1 < props.current}
            aria-current={index + 1 === props.current ? 'step' : undefined}
          >
            <span class="steps-number" aria-hidden="true">
              <span>{index + 1}</span>
              <Icon name="check" />
            </span>
            <span class="steps-title">
              <span class="visually-hidden steps-done">{words('step_done')} </span>
              {title}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface StepProps {
  /** Names the step; a link to `#id` leads to it. */
  id: string;
  /** The task of the step as a question: "When?" */
  title: ComponentChildren;
  lead?: ComponentChildren | undefined;
  children: ComponentChildren;
  /** Number of the step from 1, and how many there are. */
  step: number;
  steps: number;
}

/**
 * One section of a stepped form. Without scripts all sections are one long page; with them one is in sight at a time,
 * checked by the server before the next where the form says by whom, and its headline gets the focus.
 */
export function Step(props: StepProps): VNode {
  const words = useWords(uiMessages);
  const headline = `${props.id}-title`;
  return (
    <section class="step" id={props.id} data-step aria-labelledby={headline}>
      <header class="step-head">
        <p class="step-count">{words('step_of', { step: props.step, steps: props.steps })}</p>
        <h2 id={headline} tabindex={-1}>
          {props.title}
        </h2>
        {props.lead && <p class="quiet">{props.lead}</p>}
      </header>
      {props.children}
      <div class="actions" data-step-actions hidden>
        {props.step < props.steps && (
          <button class="button" data-kind="main" type="button" data-step-next>
            <span>{words('next')}</span>
          </button>
        )}
        {props.step > 1 && (
          <button class="button" type="button" data-step-back>
            <span>{words('back')}</span>
          </button>
        )}
      </div>
    </section>
  );
}

/** What belongs to the last step only: the buttons that send the form. */
export function StepsEnd(props: { children: ComponentChildren }): VNode {
  return (
    <div class="actions" data-steps-end>
      {props.children}
    </div>
  );
}
