import type { Tx } from '../../../../platform/database/connect.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Notice } from '../provider.ts';
import { insertNotice } from '../store/notices.ts';

export const LOOK = 'giving-look';

/**
 * Keeps what the provider says and has it looked at, in the caller's transaction; said again, nothing follows.
 * @returns whether it is heard of for the first time
 */
export async function hearNotice(tx: Tx, notice: Notice, now: Temporal.Instant): Promise<boolean> {
  if (!(await insertNotice(tx, notice, now))) return false;
  const { kind, objectId } = notice;
  // Several notices of one thing that wait are answered by one look.
  await addJob(tx, LOOK, { kind, objectId }, { key: `${LOOK}:${objectId}` });
  return true;
}
