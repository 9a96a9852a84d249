import type { ComponentChildren, VNode } from 'preact';
import { type Point, topOf } from './scale.ts';

export interface PlotProps {
  readonly caption: ComponentChildren;
  /** What the rows are of, and what is measured. */
  readonly heads: readonly [label: string, value: string];
  readonly points: readonly Point[];
  /** A value in words, such as `1,200 yen`. */
  say(value: number): string;
  /** Said in the place of a value that must not be shown. */
  readonly hidden: string;
}

/** Bars beside each other’s names: a table whose numbers are drawn as well, on paper too. */
export function BarPlot(props: PlotProps): VNode {
  const top = topOf(props.points.map(({ value }) => value));
  return <PlotTable {...props} cell={(value) => <Bar share={value / top} />} />;
}

/** How much of a scale something has, in a row of a table: a bar, and what it means in words. What the scale is, the page says. */
export function Level(props: { share: number; children: ComponentChildren }): VNode {
  return (
    <span class="plot-level">
      <Bar share={props.share} />
      <span>{props.children}</span>
    </span>
  );
}

function Bar({ share }: { share: number }): VNode {
  return (
    <svg class="plot-bar" aria-hidden="true">
      <rect width={`${Math.max(0, Math.round(share * 1000) / 10)}%`} height="100%" rx="2" />
    </svg>
  );
}

/** The numbers of a plot, each beside its drawing. */
export function PlotTable(props: PlotProps & { cell?(value: number): VNode }): VNode {
  const { heads, points, say, hidden, cell } = props;
  return (
    <table class="plot-table" data-drawn={cell !== undefined}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ label, value }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>
              <div class="plot-value">
                {value !== null && cell?.(value)}
                <span>{value === null ? hidden : say(value)}</span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
