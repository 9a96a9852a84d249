import type { ComponentChildren, VNode } from 'preact';

interface Petal {
  readonly label: ComponentChildren;
  readonly isReached: boolean;
  /** Whether it is reached, in words. */
  readonly words: ComponentChildren;
}

/** Steps of which each is worth the same, in no order: a petal for each, colored once it is reached; and a list that says the same. */
export function FlowerPlot(props: { caption: ComponentChildren; petals: readonly Petal[] }): VNode {
  const turn = 360 / props.petals.length;
  return (
    <figure class="plot plot-flower">
      <figcaption>{props.caption}</figcaption>
      <svg aria-hidden="true" viewBox="0 0 120 120">
        {props.petals.map(({ isReached }, at) => (
          <ellipse
            data-reached={isReached}
            cx="60"
            cy="27"
            rx={Math.min(20, turn / 3.2)}
            ry="22"
            transform={`rotate(${turn * at} 60 60)`}
          />
        ))}
        <circle cx="60" cy="60" r="16" data-reached={props.petals.every(({ isReached }) => isReached)} />
        <path d="M60 60a3 3 0 0 1 4 3a7 7 0 0 1-11 2a10 10 0 0 1 6-15" />
      </svg>
      <ul>
        {props.petals.map(({ label, words, isReached }) => (
          <li data-reached={isReached}>
            <strong>{label}</strong> <span>{words}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
