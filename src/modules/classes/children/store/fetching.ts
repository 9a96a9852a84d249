import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Bar, Fetcher, Named, SaidOfBar, Span } from '../types.ts';
import { NamedWords } from './guardianships.ts';

const fetcherSaid = sealedColumn('classes.fetchers.said');
const barSaid = sealedColumn('classes.bars.said');
const BarWords = z.object({
  name: z.string(),
  looks: z.string(),
  reason: z.string(),
  source: z.string(),
  call: z.string(),
});

/** Who was named to fetch these children, the newest last; also what was taken back and what is over. */
export async function listFetchers(db: Database, childIds: readonly string[]): Promise<Fetcher[]> {
  if (childIds.length === 0) return [];
  const found = await db
    .selectFrom('classes.fetchers')
    .select(['id', 'child_id', 'said', 'from_on', 'until_on', 'revoked_at'])
    .where('child_id', 'in', childIds)
    .orderBy('given_at')
    .orderBy('id')
    .execute();
  return found.flatMap((row) => {
    const words = fetcherSaid.read(db, row.id, row.said, NamedWords);
    const { id, child_id, from_on, until_on, revoked_at } = row;
    return words
      ? { ...words, id, childId: child_id, fromOn: from_on, untilOn: until_on, revokedAt: revoked_at }
      : [];
  });
}

interface By {
  readonly by: string;
  readonly now: Temporal.Instant;
}

export async function insertFetcher(
  tx: Tx,
  childId: string,
  { name, relation, phone, fromOn, untilOn, by, now }: Named & Span & By,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('classes.fetchers')
    .values({
      id,
      child_id: childId,
      said: fetcherSaid.seal(tx, id, JSON.stringify({ name, relation, phone })),
      from_on: fromOn,
      until_on: untilOn,
      given_by: by,
      given_at: now,
    })
    .execute();
  return id;
}

/** @returns whether there was one of this child that held until now */
export async function revokeFetcher(
  tx: Tx,
  childId: string,
  { fetcherId, by, now }: By & { readonly fetcherId: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('classes.fetchers')
    .set({ revoked_at: now, revoked_by: by })
    .where('id', '=', fetcherId)
    .where('child_id', '=', childId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Who is barred from these children, for coordinators; what ended, too. */
export async function listBars(db: Database, childIds: readonly string[]): Promise<Bar[]> {
  if (childIds.length === 0) return [];
  const found = await db
    .selectFrom('classes.bars')
    .select(['id', 'child_id', 'said', 'from_on', 'until_on', 'ended_at'])
    .where('child_id', 'in', childIds)
    .orderBy('barred_at')
    .orderBy('id')
    .execute();
  return found.map(({ id, child_id, said, from_on, until_on, ended_at }) => ({
    // A bar whose words do not open bars all the same: whoever is at the door then calls before they hand over.
    ...(barSaid.read(db, id, said, BarWords) ?? UNREAD),
    ...{ id, childId: child_id, fromOn: from_on, untilOn: until_on, endedAt: ended_at },
  }));
}

const UNREAD: SaidOfBar = { name: '\uFFFD', looks: '', reason: '', source: '', call: '' };

export async function insertBar(tx: Tx, childId: string, bar: SaidOfBar & Span & By): Promise<string> {
  const id = randomUUID();
  const { name, looks, reason, source, call } = bar;
  await tx
    .insertInto('classes.bars')
    .values({
      id,
      child_id: childId,
      said: barSaid.seal(tx, id, JSON.stringify({ name, looks, reason, source, call })),
      from_on: bar.fromOn,
      until_on: bar.untilOn,
      barred_by: bar.by,
      barred_at: bar.now,
    })
    .execute();
  return id;
}

/** @returns whose child it was; null where none was to be ended */
export async function endBar(
  tx: Tx,
  childId: string,
  { barId, by, now }: By & { readonly barId: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('classes.bars')
    .set({ ended_at: now, ended_by: by })
    .where('id', '=', barId)
    .where('child_id', '=', childId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
