import type { Database } from '../../../platform/database/connect.ts';
import type { AheadReader, AheadWay } from '../../../platform/parts/ahead.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { listMayWish } from './commands.ts';

const WISHES: AheadWay = {
  href: pairsPaths.wishes(),
  title: pairsMessages.label('way_to_wishes'),
  text: pairsMessages.label('way_to_wishes_text'),
  order: 60,
};

/** To whom they met; the same whatever anybody wishes. */
export async function wishWays(
  db: Database,
  { personId, now }: Pick<AheadReader, 'personId' | 'now'>,
): Promise<readonly AheadWay[]> {
  return (await listMayWish(db, personId, now)).length > 0 ? [WISHES] : [];
}
