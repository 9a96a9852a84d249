import type { ComponentChildren, VNode } from 'preact';

/** A part of a way: behind, now, to come; or behind without what should have been. */
export type StepState = 'past' | 'now' | 'next' | 'missed';

interface PathStep {
  readonly label: ComponentChildren;
  readonly state: StepState;
  /** The state in words, with what there is to say of it. */
  readonly words: ComponentChildren;
}

/** A way in equal parts, such as the months of a half-year: a list whose places are drawn as well. */
export function PathPlot(props: { caption: ComponentChildren; steps: readonly PathStep[] }): VNode {
  return (
    <figure class="plot">
      <figcaption>{props.caption}</figcaption>
      <ol class="plot-path">
        {props.steps.map(({ label, state, words }) => (
          <li aria-current={state === 'now' ? 'step' : undefined}>
            <svg class="plot-place" data-state={state} aria-hidden="true" viewBox="0 0 20 20">
              <circle cx="10" cy="10" r="8" />
              {state === 'past' && <path d="M6 10l3 3 5-6" />}
              {state === 'missed' && <path d="M7 7l6 6M13 7l-6 6" />}
            </svg>
            <strong>{label}</strong>
            <span>{words}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
