/** Who can be a pair with whom, as rows of the round: see `RoundProblem` for the shape of the arrays. */
export interface Rows {
  readonly rowPtr: Int32Array;
  readonly column: Int32Array;
  readonly fit: Int32Array;
}

/** A candidate that is not in the rows yet. */
export interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly fit: number;
}

/** The rows with more candidates, which come row by row. */
export function addToRows(rows: Rows, more: readonly Candidate[]): Rows {
  const count = rows.column.length + more.length;
  const grown = {
    rowPtr: new Int32Array(rows.rowPtr.length),
    column: new Int32Array(count),
    fit: new Int32Array(count),
  };
  let at = 0;
  let next = 0;
  for (let row = 0; row + 1 < rows.rowPtr.length; row++) {
    const [from, to] = [rows.rowPtr[row]!, rows.rowPtr[row + 1]!];
    grown.column.set(rows.column.subarray(from, to), at);
    grown.fit.set(rows.fit.subarray(from, to), at);
    at += to - from;
    for (; next < more.length && more[next]!.row === row; next++) {
      grown.column[at] = more[next]!.column;
      grown.fit[at++] = more[next]!.fit;
    }
    grown.rowPtr[row + 1] = at;
  }
  return grown;
}
