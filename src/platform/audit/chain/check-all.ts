import type { Database } from '../../database/connect.ts';
import { checkAnchors, checkStretch } from './check.ts';
import type { Fault } from './follow.ts';
import { BEGINNING } from './follow.ts';
import type { Marks, Seal } from './marks.ts';

export interface WholeCheck {
  readonly entries: number;
  readonly anchors: number;
  readonly faults: readonly Fault[];
}

/** Reads the whole chain, all seals and the anchors given: what `npm run audit:check` does. Changes nothing. */
export async function checkAll(db: Database, marks: Marks, anchors: readonly Seal[]): Promise<WholeCheck> {
  const { head, faults } = await checkStretch(db, marks, BEGINNING, Number.POSITIVE_INFINITY);
  const anchored = await checkAnchors(db, anchors, marks);
  return { entries: head.position, anchors: anchors.length, faults: [...faults, ...anchored] };
}
