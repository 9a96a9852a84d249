import type { Database } from '../../../platform/database/connect.ts';
import type { AheadItem, AheadReader } from '../../../platform/parts/ahead.ts';
import { findPersons, nameFor } from '../../people/index.ts';
import { listToClose } from './store/closures.ts';
import { ClosingCard } from './view.tsx';

/** So long it is asked; then it is left alone. */
const ASKED = { hours: 60 * 24 };

/** Pairs that are over, and wait for somebody's word on how it was. */
export async function closingAhead(db: Database, reader: AheadReader): Promise<readonly AheadItem[]> {
  const since = reader.now.subtract(ASKED);
  const open = await listToClose(db, { personId: reader.personId, since });
  const others = await findPersons(
    db,
    open.map(({ otherId }) => otherId),
  );
  return open.map(({ pairId, otherId, overAt, ending }) => {
    const other = others.get(otherId);
    const name = other ? nameFor(other, reader.locale, 'counterpart').words : '';
    return {
      at: overAt,
      card: <ClosingCard pairId={pairId} name={name} ending={ending} />,
      isYourTurn: true,
    };
  });
}
