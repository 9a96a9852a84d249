import { z } from 'zod';
import type { Database } from '../../platform/database/connect.ts';
import { sealedColumn } from '../../platform/sealed/column.ts';
import type { Sealed } from '../../platform/sealed/seal.ts';
import type { Given } from './questionnaire.ts';

const Kept = z.object({ version: z.int().min(1), answers: z.record(z.string(), z.unknown()) });

/** How a store keeps answers: sealed as one, in a column of the thing that they are about. */
export function sealedAnswers(column: Parameters<typeof sealedColumn>[0]): {
  seal(db: Database, row: string, given: Given): Sealed;
  /** @returns null for what does not open or is nobody's answer */
  open(db: Database, row: string, held: Sealed): Given | null;
} {
  const sealed = sealedColumn(column);
  return {
    seal: (db, row, given) => sealed.seal(db, row, JSON.stringify(given)),
    open: (db, row, held) => sealed.read(db, row, held, Kept),
  };
}
