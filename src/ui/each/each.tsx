import type { VNode } from 'preact';
import { type Data, keepDrawn } from '../../platform/languages/keep-drawn.ts';

export interface EachProps<Row extends object> {
  /** Data: text, numbers, days and times, and lists and records of them. */
  of: readonly (Row & Data<Row>)[];
  /** Shows a row and nothing else. It stands by itself: a function made while drawing would be another one each time. */
  view: (row: Row) => VNode;
}

const kept = new WeakMap<object, unknown>();

/** Each row of a list, one behind the other: cards. One that says the same as before is not drawn anew (docs/decisions/0012). */
export function Each<Row extends object>(props: EachProps<Row>): VNode {
  const Row = keptView(props.view);
  return (
    <>
      {props.of.map((row) => (
        <Row {...row} />
      ))}
    </>
  );
}

/** One part, as `Each` shows the rows of a list: while it says the same, it is not drawn anew. */
export function Once<Props extends object>(props: {
  of: Props & Data<Props>;
  view: (props: Props) => VNode;
}): VNode {
  const View = keptView(props.view);
  return <View {...props.of} />;
}

function keptView<Row extends object>(view: (row: Row) => VNode): (row: Row) => VNode {
  const known = kept.get(view) as ((row: Row) => VNode) | undefined;
  if (known) return known;
  const made = keepDrawn(view as never) as unknown as (row: Row) => VNode;
  kept.set(view, made);
  return made;
}
