import type { Database } from '../../../../platform/database/connect.ts';
import type { WholeChild } from '../rules/complete.ts';
import { listCareNotes } from './care.ts';
import { findChildren } from './children.ts';
import { listBars, listFetchers } from './fetching.ts';
import { listGuardianships } from './guardianships.ts';

/** Everything that is kept of these children, in five questions however many they are; the caller shows what its reader may see. */
export async function findWholeChildren(db: Database, ids: readonly string[]): Promise<WholeChild[]> {
  const children = await findChildren(db, ids);
  const known = [...children.keys()];
  const of = <Item extends { readonly childId: string }>(all: readonly Item[]) =>
    Map.groupBy(all, ({ childId }) => childId);
  const guardianships = of(await listGuardianships(db, known));
  const fetchers = of(await listFetchers(db, known));
  const bars = of(await listBars(db, known));
  const notes = of(await listCareNotes(db, known));
  return [...children.values()].map((child) => ({
    child,
    guardianships: guardianships.get(child.id) ?? [],
    fetchers: fetchers.get(child.id) ?? [],
    bars: bars.get(child.id) ?? [],
    notes: notes.get(child.id) ?? [],
  }));
}

export async function findWholeChild(db: Database, id: string): Promise<WholeChild | null> {
  return (await findWholeChildren(db, [id]))[0] ?? null;
}
