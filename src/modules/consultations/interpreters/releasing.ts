import type { Tx } from '../../../platform/database/connect.ts';
import { callOffComing } from '../appointment/store.ts';
import type { Matter } from '../types.ts';
import { sendRelease } from './letters.ts';
import { findInterpreter } from './store/interpreters.ts';
import { endInterpreting } from './store/interpretings.ts';

/** Whoever was to interpret is told that they need not come. @returns whether there was somebody */
export async function releaseInterpreter(
  tx: Tx,
  matter: Pick<Matter, 'id' | 'number'>,
  now: Temporal.Instant,
): Promise<boolean> {
  const interpreting = await endInterpreting(tx, matter.id, now);
  if (!interpreting) return false;
  const interpreter = interpreting.interpreterId && (await findInterpreter(tx, interpreting.interpreterId));
  if (interpreter) await sendRelease(tx, { interpreter, matter, interpreting });
  return true;
}

/** What is agreed will not take place: its time is open again, and nobody comes to interpret. */
export async function callOffMeeting(
  tx: Tx,
  matter: Pick<Matter, 'id' | 'number'>,
  now: Temporal.Instant,
): Promise<void> {
  await callOffComing(tx, matter.id, now);
  await releaseInterpreter(tx, matter, now);
}
