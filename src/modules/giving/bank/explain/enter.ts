import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { By } from '../../types.ts';
import { lockLine } from '../store/lines.ts';
import type { Line, LineKind, LineState } from '../types.ts';

/** A line as whoever decides on it has seen it. */
export interface Deciding {
  readonly lineId: string;
  readonly version: number;
  readonly by: By;
}

/** The line, locked. Refuses one that is not there, and one on which somebody else has decided meanwhile. */
export async function enterLine(
  tx: Tx,
  { lineId, version }: Deciding,
  wanted: { readonly state: LineState; readonly kind?: LineKind },
): Promise<Outcome<Line>> {
  const line = await lockLine(tx, lineId);
  if (!line) return refuse('bank_line_is_unknown');
  const isAsSeen = line.version === version && line.state === wanted.state;
  if (!isAsSeen || (wanted.kind && line.kind !== wanted.kind)) return refuse('bank_line_has_changed');
  return accept(line);
}
