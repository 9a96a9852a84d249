import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { type PlotProps, PlotTable } from './bars.tsx';
import { piecesOf, topOf } from './scale.ts';
import { plotMessages } from './words.ts';

const FIELD = { width: 300, height: 100 };

/** How something went over time, from 0 up: a line for the eye, and its table behind a press, for everybody else and on paper. */
export function LinePlot(props: PlotProps): VNode {
  const words = useWords(plotMessages);
  const { points, say, caption } = props;
  const values = points.map(({ value }) => value);
  const top = topOf(values);
  return (
    <figure class="plot">
      <figcaption>{caption}</figcaption>
      <div class="plot-field" aria-hidden="true">
        <span class="plot-top">{say(top)}</span>
        <svg aria-hidden="true" viewBox={`-4 -4 ${FIELD.width + 8} ${FIELD.height + 8}`}>
          <path class="plot-axis" d={`M0 0H${FIELD.width}M0 ${FIELD.height}H${FIELD.width}`} />
          {piecesOf(values, { ...FIELD, top }).map((piece) => (
            // A value alone between two gaps is a line without length: a dot.
            <path class="plot-line" d={`M${[...piece, piece.at(-1)].map((at) => at?.join(' ')).join('L')}`} />
          ))}
        </svg>
        <span>{points[0]?.label}</span>
        <span class="plot-last">{points.at(-1)?.label}</span>
      </div>
      <details class="plot-numbers">
        <summary>{words('as_table')}</summary>
        <PlotTable {...props} />
      </details>
    </figure>
  );
}
