import type { Tx } from '../../../../platform/database/connect.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import { tellPages } from '../../../../platform/live/tell-pages.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { dayInJapan } from '../../../people/index.ts';
import { findDonor } from '../../donors/store.ts';
import { issueReceipt } from '../issue.ts';
import { mailNameNeeded } from '../mail.ts';
import { isOver } from '../rules.ts';
import { receiptsSetting } from '../setting.ts';
import { countDonorsOfYear, listGiftsOfNext } from '../store/gifts.ts';
import { insertRun, lockRunning, type Run, updateRun } from '../store/runs.ts';
import type { ReceiptGift } from '../types.ts';

export const YEARLY_TASK = 'giving-yearly-receipts';
/** So many donors have their receipts together or not at all: others who take a number wait no longer than that takes. */
const DONORS_A_BATCH = 50;

/**
 * Begins to give out the receipts of a calendar year. Refuses a year that is not over (`receipt_year_is_not_over`), and a
 * second run beside one (`receipt_run_is_under_way`).
 */
export async function beginYearly(
  tx: Tx,
  of: { readonly calendarYear: number; readonly by: string; readonly now: Temporal.Instant },
): Promise<Outcome<string>> {
  const { calendarYear, by, now } = of;
  if (!isOver(calendarYear, dayInJapan(now))) return refuse('receipt_year_is_not_over', undefined, 'year');
  const { giftDay } = await readSetting(tx, receiptsSetting);
  const donors = await countDonorsOfYear(tx, { calendarYear, giftDay });
  const runId = await insertRun(tx, { calendarYear, begunAt: now, begunBy: by, donors });
  if (!runId) return refuse('receipt_run_is_under_way');
  await addJob(tx, YEARLY_TASK, { runId });
  return accept(runId);
}

/** Stops behind the batch under way; what is issued is issued. Refuses where none runs. */
export async function stopYearly(tx: Tx, now: Temporal.Instant): Promise<Outcome<Run>> {
  const run = await lockRunning(tx);
  if (!run) return refuse('receipt_run_is_over');
  await updateRun(tx, run.id, { state: 'stopped', overAt: now });
  return accept(run);
}

/**
 * Gives the next donors of a run their receipts, and those for whom none can be printed a mail. All of it is in the caller's
 * transaction: after a kill, the next one goes on where the last was committed.
 * @returns whether it goes on
 */
export async function doBatch(
  tx: Tx,
  publicUrl: string,
  { runId, now }: { readonly runId: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const run = await lockRunning(tx, runId);
  if (!run) return false;
  const { giftDay } = await readSetting(tx, receiptsSetting);
  const { calendarYear, behind } = run;
  const next = await listGiftsOfNext(tx, { calendarYear, giftDay }, { behind, limit: DONORS_A_BATCH });
  let issued = 0;
  for (const [donorId, gifts] of next) {
    if (await giveOne(tx, publicUrl, { run, donorId, gifts, now })) issued++;
  }
  const isDone = next.size < DONORS_A_BATCH;
  await updateRun(tx, run.id, {
    ...{ issued: run.issued + issued, leftOver: run.leftOver + next.size - issued },
    ...{ behind: [...next.keys()].at(-1) ?? behind },
    ...(isDone && { state: 'done', overAt: now }),
  });
  await tellPages(tx, [`person:${run.begunBy}`]);
  return !isDone;
}

async function giveOne(
  tx: Tx,
  publicUrl: string,
  of: {
    readonly run: Run;
    readonly donorId: string;
    readonly gifts: readonly ReceiptGift[];
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { run, donorId, gifts, now } = of;
  const { calendarYear, begunBy: by } = run;
  const donor = await findDonor(tx, donorId);
  if (!donor) return false;
  const given = await issueReceipt(tx, publicUrl, { donor, gifts, calendarYear, by, now });
  if (given.ok) return true;
  if (given.refusal.field)
    await mailNameNeeded(tx, { donor, publicUrl, calendarYear, key: `${calendarYear}:${donorId}` });
  return false;
}
