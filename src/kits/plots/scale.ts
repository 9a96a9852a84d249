/** A measured thing of a row: what it is of, and how much; null where it must not be shown, as in small cells. */
export interface Point {
  readonly label: string;
  readonly value: number | null;
}

/** The round number at which an axis from 0 ends, so that all values lie below: 1, 2 or 5 with zeros behind. 1 for none above 0. */
export function topOf(values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  if (most === 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5].find((times) => most <= times * unit) ?? 10) * unit;
}

/** The unbroken pieces of a line in a field of this size, the ends at its sides: a value that is not shown is a gap, one below 0 lies at the bottom. */
export function piecesOf(
  values: readonly (number | null)[],
  { width, height, top }: { readonly width: number; readonly height: number; readonly top: number },
): readonly (readonly (readonly [x: number, y: number])[])[] {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const round = (length: number) => Math.round(length * 100) / 100;
  const pieces: (readonly [number, number])[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (value === null) pieces.push([]);
    else pieces.at(-1)?.push([round(at * step), round(height - (Math.max(value, 0) / top) * height)]);
  }
  return pieces.filter((piece) => piece.length > 0);
}
