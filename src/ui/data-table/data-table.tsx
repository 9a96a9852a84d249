import type { ComponentChildren, VNode } from 'preact';

export interface Column<Row> {
  key: string;
  head: ComponentChildren;
  cell: (row: Row) => ComponentChildren;
  /** Numbers stand right, one under the other. */
  numeric?: boolean | undefined;
  /** The cell that names the row; the headline of the card on a phone. */
  rowHead?: boolean | undefined;
  /** What is done with the row, or how it stands: at its end, on a phone beside its name. */
  atEnd?: boolean | undefined;
  /** Its cells say nothing without their column's words, which stand before them also where a phone shows them in one line. */
  needsHead?: boolean | undefined;
  /** Where it has its place, if not on both: on paper there is nothing to press, on a screen nowhere to write by hand. */
  only?: 'screen' | 'paper' | undefined;
}

export interface DataTableProps<Row> {
  caption: ComponentChildren;
  /** Keeps the caption for screen readers when a heading above says the same. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Stable names for live update. */
  rowKey?: ((row: Row) => string) | undefined;
  /** Stands instead of the table when there are no rows: say what to do next. */
  empty?: ComponentChildren | undefined;
  /** Stays a table on a phone: for two or three narrow columns. */
  dense?: boolean | undefined;
  /** Behind the last row, such as a `TickBar`. */
  foot?: ComponentChildren | undefined;
}

// Roles said once more: a table that is laid out as blocks would otherwise stop being one for some screen readers.
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A table that becomes one card per row where it has no room. Below the cell that names the row, each repeats its column's words there. */
export function DataTable<Row>(props: DataTableProps<Row>): VNode {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  return (
    <div class="data-table" data-dense={props.dense}>
      <table {...as.table}>
        <caption class={props.captionHidden ? 'visually-hidden' : undefined}>{props.caption}</caption>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            {props.columns.map((column) => (
              <th
                scope="col"
                {...as.columnheader}
                data-numeric={column.numeric}
                data-at-end={column.atEnd}
                {...placeOf(column)}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {props.rows.map((row) => (
            <tr {...as.row} id={props.rowKey?.(row)}>
              {props.columns.map((column) => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {props.foot}
    </div>
  );
}

const placeOf = ({ only }: Pick<Column<never>, 'only'>) => ({
  'data-screen-only': only === 'screen' || undefined,
  'data-print-only': only === 'paper' || undefined,
});

function Cell<Row>(props: { column: Column<Row>; row: Row }): VNode {
  const { head, cell, numeric, rowHead, atEnd, needsHead } = props.column;
  if (rowHead) {
    return (
      <th scope="row" {...as.rowheader}>
        {cell(props.row)}
      </th>
    );
  }
  return (
    <td
      {...as.cell}
      data-numeric={numeric}
      data-at-end={atEnd}
      data-needs-head={needsHead || undefined}
      {...placeOf(props.column)}
    >
      <span class="cell-head" aria-hidden="true">
        {head}
      </span>
      <div class="cell-value">{cell(props.row)}</div>
    </td>
  );
}
