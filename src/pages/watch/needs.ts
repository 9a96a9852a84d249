import { listAlarms } from '../../platform/audit/alarms/alarms.ts';
import { readChainState } from '../../platform/audit/chain/chain-state.ts';
import type { Database } from '../../platform/database/connect.ts';
import { readMailState } from '../../platform/mail/mail-state.ts';

const MOST = 30;

/** How much of what the house watches needs this administrator: open alarms, mail that does not go out, nobody checking. */
export async function countNeeds(db: Database, readerId: string, now: Temporal.Instant): Promise<number> {
  const open = (await listAlarms(db, readerId, MOST)).filter(({ closedAt }) => closedAt === null);
  const { hindered } = await readMailState(db, now);
  const { isBehind } = await readChainState(db, now);
  return open.length + Number(hindered !== null) + Number(isBehind);
}
