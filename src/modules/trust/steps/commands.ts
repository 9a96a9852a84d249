import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { findApplication } from '../applications/store.ts';
import { insertDecision, lockDecisionsAbout } from '../decisions/store.ts';
import { type DecidedBy, mayDecideAbout } from '../rules.ts';
import type { CheckStep, PledgeLine } from '../types.ts';
import { mayPledge, mayRecordStep } from './rules.ts';
import { insertCompletion } from './store.ts';

export interface RecordedStep {
  readonly personId: string;
  readonly doneOn: Temporal.PlainDate;
  readonly by: DecidedBy;
  readonly now: Temporal.Instant;
}

/** Records a training that somebody has been to. Refuses days ahead, and people without an application. */
export async function recordTraining(
  tx: Tx,
  training: RecordedStep & { title: string },
): Promise<Outcome<null>> {
  const allowed = await mayRecord(tx, training, 'trained_on');
  if (!allowed.ok) return allowed;
  const { personId, doneOn, by, now } = training;
  const taken = { personId, step: 'training', doneOn, words: training.title } as const;
  await insertCompletion(tx, taken, { personId: by.personId, at: now });
  await insertDecision(tx, { personId, act: 'record_training', byPersonId: by.personId, at: now });
  return accept(null);
}

/** Records that a check was made and in order; never what was seen. */
export async function recordCheck(tx: Tx, check: RecordedStep & { step: CheckStep }): Promise<Outcome<null>> {
  const allowed = await mayRecord(tx, check, 'checked_on');
  if (!allowed.ok) return allowed;
  const { personId, doneOn, by, now } = check;
  await insertCompletion(tx, { personId, step: check.step, doneOn }, { personId: by.personId, at: now });
  await insertDecision(tx, { personId, act: 'record_check', byPersonId: by.personId, at: now });
  return accept(null);
}

async function mayRecord(tx: Tx, step: RecordedStep, field: string): Promise<Outcome<null>> {
  const { personId, by, now } = step;
  await lockDecisionsAbout(tx, personId);
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const allowed = mayRecordStep(await findApplication(tx, personId), step.doneOn, dayInJapan(now));
  return allowed.ok ? allowed : refuse(allowed.refusal.code, {}, field);
}

/** Takes the pledge of an applicant or volunteer. Refuses when a line isn't ticked. */
export async function takePledge(
  tx: Tx,
  pledge: { personId: string; lines: readonly PledgeLine[]; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const { personId, lines, now } = pledge;
  await lockDecisionsAbout(tx, personId);
  const allowed = mayPledge(await findApplication(tx, personId), lines);
  if (!allowed.ok) return allowed;
  const taken = { personId, step: 'pledge', doneOn: dayInJapan(now), pledgeLines: lines } as const;
  await insertCompletion(tx, taken, { personId, at: now });
  await insertDecision(tx, { personId, act: 'take_pledge', byPersonId: personId, at: now });
  return accept(null);
}
