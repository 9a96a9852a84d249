import type { VNode } from 'preact';
import { lineDrawings } from './line-drawings.ts';

export type IllustrationName = keyof typeof lineDrawings;

/** A line drawing of 64 × 64 with one wash of color; it repeats what the words beside it say, so screen readers skip it. */
export function Illustration(props: { name: IllustrationName }): VNode {
  const { wash, line } = lineDrawings[props.name];
  return (
    <svg class="illustration" viewBox="0 0 64 64" aria-hidden="true">
      <path class="illustration-wash" d={wash} />
      <path d={line} />
    </svg>
  );
}
