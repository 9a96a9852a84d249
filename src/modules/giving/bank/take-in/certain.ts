import { normalName } from '../../../../japanese/payer-name.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { findDonorsByNames } from '../store/name-keys.ts';
import { type BookablePledge, listOpenPledges, listPledgesByNumber } from '../store/pledges.ts';
import { type Incoming, type Match, matchCertain, nameBeside, numberBefore } from './match.ts';

/** Which of these lines are certain (`matchCertain`), with a few questions to the database for all of them. */
export async function findCertain(
  db: Database,
  lines: readonly Incoming[],
): Promise<ReadonlyMap<string, Match<BookablePledge>>> {
  const numbers = lines.flatMap(({ payer }) => numberBefore(payer) ?? []);
  const byNumber = await listPledgesByNumber(db, numbers);
  const names = lines.map(({ payer }) =>
    (byNumber.has(numberBefore(payer) ?? 0) ? nameBeside : normalName)(payer),
  );
  const donorsByName = await findDonorsByNames(db, new Set(names.filter((name) => name !== '')));
  const only = [...donorsByName.values()].filter((ids) => ids.size === 1).flatMap((ids) => [...ids]);
  const openOf = await listOpenPledges(db, only);
  return matchCertain(lines, { byNumber, donorsByName, openOf });
}
