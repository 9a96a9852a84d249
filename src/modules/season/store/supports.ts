import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { KINDS, type Supports } from '../types.ts';

const said = sealedColumn('season.supports.said');
const Said = z.object({
  kinds: z.array(z.enum(KINDS)),
  named: z.array(z.object({ name: z.string(), shutFrom: z.iso.date(), shutUntil: z.iso.date() })),
});

/** On whom somebody counts; null where they have not said. */
export async function findSupports(db: Database, personId: string): Promise<Supports | null> {
  const row = await db
    .selectFrom('season.supports')
    .select(['id', 'said'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? said.read(db, row.id, row.said, Said) : null;
}

/** In the place of what they had said before. */
export async function saveSupports(
  tx: Tx,
  supports: Supports,
  by: { readonly personId: string; readonly endsOn: Temporal.PlainDate; readonly now: Temporal.Instant },
): Promise<void> {
  const id = randomUUID();
  const words = said.seal(tx, id, JSON.stringify(supports));
  const what = { id, said: words, ends_on: by.endsOn, saved_at: by.now };
  await tx
    .insertInto('season.supports')
    .values({ person_id: by.personId, ...what })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(what))
    .execute();
}
