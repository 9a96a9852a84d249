/** Who can be a pair with whom, as rows of the round: see `RoundProblem` for the shape of the arrays. */
export interface Rows {
  readonly rowPtr: Int32Array;
  readonly column: Int32Array;
  readonly fit: Int32Array;
}

/** Takes candidates one by one, row by row. */
export class RowsBuilder {
  private readonly rowPtr: Int32Array;
  private column = new Int32Array(1024);
  private fit = new Int32Array(1024);
  private row = 0;
  private count = 0;

  constructor(rows: number) {
    this.rowPtr = new Int32Array(rows + 1);
  }

  add(column: number, fit: number): void {
    if (this.count === this.column.length) {
      this.column = grown(this.column);
      this.fit = grown(this.fit);
    }
    this.column[this.count] = column;
    this.fit[this.count++] = fit;
  }

  endRow(): void {
    this.rowPtr[++this.row] = this.count;
  }

  /** The candidates of one row of other rows. */
  addRow({ rowPtr, column, fit }: Rows, row: number): void {
    for (let at = rowPtr[row]!; at < rowPtr[row + 1]!; at++) this.add(column[at]!, fit[at]!);
  }

  toRows(): Rows {
    const { rowPtr, column, fit, count } = this;
    return { rowPtr, column: column.slice(0, count), fit: fit.slice(0, count) };
  }
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * values.length);
  more.set(values);
  return more;
}

/** A candidate that is not in the rows yet. */
export interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly fit: number;
}

/** The candidates of rows, one by one. */
export function candidatesIn({ rowPtr, column, fit }: Rows): Candidate[] {
  const candidates: Candidate[] = [];
  for (let row = 0; row + 1 < rowPtr.length; row++) {
    for (let at = rowPtr[row]!; at < rowPtr[row + 1]!; at++)
      candidates.push({ row, column: column[at]!, fit: fit[at]! });
  }
  return candidates;
}

/** The rows with more candidates, which come row by row. */
export function addToRows(rows: Rows, more: readonly Candidate[]): Rows {
  const builder = new RowsBuilder(rows.rowPtr.length - 1);
  let next = 0;
  for (let row = 0; row + 1 < rows.rowPtr.length; row++) {
    builder.addRow(rows, row);
    for (; next < more.length && more[next]!.row === row; next++)
      builder.add(more[next]!.column, more[next]!.fit);
    builder.endRow();
  }
  return builder.toRows();
}
