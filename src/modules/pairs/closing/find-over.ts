import type { Database } from '../../../platform/database/connect.ts';
import { personOf } from '../pair/over.ts';
import type { Pair, Side } from '../types.ts';
import { stayInTouch } from './in-touch.ts';
import { findCertificate } from './store/certificates.ts';
import { listClosures } from './store/closures.ts';
import type { Over } from './view.tsx';

/** What a side may see of the end of its pair; null while it goes on. */
export async function findOver(
  db: Database,
  pair: Pair,
  { side, now }: { readonly side: Side; readonly now: Temporal.Instant },
): Promise<Over | null> {
  if (pair.overAt === null) return null;
  const closures = await listClosures(db, pair.id);
  const own = closures.find((one) => one.side === side);
  const theirs = closures.find((one) => one.side !== side);
  return {
    isClosed: own !== undefined,
    ownPage: own?.lastPage ?? null,
    theirPage: theirs?.deliveredAt ? theirs.lastPage : null,
    certificate: pair.state === 'completed' ? await findPaper(db, pair, side) : null,
    stayInTouch: await stayInTouch(db, pair, now),
  };
}

async function findPaper(db: Database, pair: Pair, side: Side): Promise<'made' | 'possible'> {
  const made = await findCertificate(db, { pairId: pair.id, personId: personOf(pair, side) });
  return made ? 'made' : 'possible';
}
