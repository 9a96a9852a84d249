import { insertImport } from '../../src/modules/giving/bank/store/imports.ts';
import { sourceOf } from '../../src/modules/giving/bank/take-in/read.ts';
import { takeIn } from '../../src/modules/giving/bank/take-in/take-in.ts';
import type { By } from '../../src/modules/giving/types.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { inBytes, type MadeLayout, type MadeLine, madeHeader, madeRecords } from './bank-files.ts';

/** A file of the bank as it sends it. */
export function bankFile(
  lines: readonly MadeLine[],
  layout: MadeLayout = '01A',
  account: Parameters<typeof madeHeader>[1] = {},
): Uint8Array {
  const [, ...records] = madeRecords(layout, lines);
  return inBytes([madeHeader(layout, account), ...records]);
}

/** Brings a file and takes it in. @throws where it is refused */
export async function takeInFile(tx: Tx, bytes: Uint8Array, by: By) {
  const importId = await insertImport(tx, { source: sourceOf(bytes), bytes, by });
  const taken = await takeIn(tx, { importId, by });
  if (!taken.ok) throw new Error(taken.refusal.code);
  return taken.value;
}
