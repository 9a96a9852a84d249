import type { Database } from '../../../../platform/database/connect.ts';
import { listClosures } from '../../closing/store/closures.ts';
import { listActivities } from '../store/activities.ts';
import { listAlarms } from '../store/alarms.ts';
import { listCheckIns } from '../store/check-ins.ts';
import type { DeskMonths } from './part.tsx';

/** What coordinators see of the months of a pair; whoever shows it puts on record that they looked. */
export async function findDeskMonths(db: Database, pairId: string): Promise<DeskMonths> {
  const days = (await listActivities(db, pairId)).map(({ happenedOn, kind }) => `${happenedOn} ${kind}`);
  return {
    alarms: await listAlarms(db, pairId),
    checkIns: await listCheckIns(db, pairId),
    closures: await listClosures(db, pairId),
    contacts: new Set(days).size,
  };
}
