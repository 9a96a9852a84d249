import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import { readProgress } from './store.ts';

/** Whether the chain of the audit is watched and holds, for administrators and for whatever watches the house. */
export interface ChainState {
  readonly entries: number;
  readonly sealedUpTo: number;
  /** When new entries were last checked; null before the first time. */
  readonly checkedAt: Temporal.Instant | null;
  /** When a round through the whole chain last ended. */
  readonly roundEndedAt: Temporal.Instant | null;
  /** Faults that nobody has looked into yet. */
  readonly openFaults: number;
  /** Nobody has checked for an hour: no worker, or its job fails. */
  readonly isBehind: boolean;
}

export async function readChainState(db: Database, now: Temporal.Instant): Promise<ChainState> {
  const progress = await readProgress(db);
  const { rows } = await sql<{ entries: number; sealedUpTo: number; openFaults: number }>`select
    (select position from audit.chain) as entries,
    coalesce((select max(position) from audit.seals), 0) as "sealedUpTo",
    (select count(*)::int from audit.alarms where kind <> 'reading' and closed_at is null) as "openFaults"`.execute(
    db,
  );
  const { entries = 0, sealedUpTo = 0, openFaults = 0 } = rows[0] ?? {};
  const checkedAt = progress?.checkedAt ?? null;
  const late = now.subtract({ hours: 1 });
  const isBehind = entries > sealedUpTo && (!checkedAt || Temporal.Instant.compare(checkedAt, late) < 0);
  return {
    entries,
    sealedUpTo,
    openFaults,
    checkedAt,
    roundEndedAt: progress?.roundEndedAt ?? null,
    isBehind,
  };
}
