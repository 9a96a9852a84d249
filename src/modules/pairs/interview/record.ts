import type { Given } from '../../../kits/questionnaires/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { enter, type OnApplication } from '../applications/doing.ts';
import { updateApplication } from '../applications/store.ts';
import { insertStep } from '../steps/store.ts';
import type { Application } from '../types.ts';
import { INTERVIEW_MINUTES, interviewStanding, mayRecord } from './rules.ts';
import { insertInterview, listInterviews, updateOutcome } from './store.ts';
import type { InterviewOutcome } from './types.ts';

interface Recording extends OnApplication {
  readonly outcome: InterviewOutcome;
  readonly notes: Given;
  /** How hard waiting is for them, as it was heard. */
  readonly need: Application['need'];
}

/**
 * Writes down how an interview went: the one whose time has come, or a talk for which none was set, such as on the
 * telephone, held by whoever writes. Refuses before it has begun, and once the application is decided.
 */
export async function recordInterview(tx: Tx, on: Recording): Promise<Outcome<Application>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { application } = entered.value;
  const { doer, outcome, notes, need } = on;
  const standing = interviewStanding(application, await listInterviews(tx, application.id));
  const allowed = mayRecord(standing, doer.now);
  if (!allowed.ok) return allowed;
  const id = allowed.value?.id ?? (await insertTalk(tx, application.id, on));
  await updateOutcome(tx, id, { outcome, notes, by: doer.personId, at: doer.now });
  await updateApplication(tx, application.id, { need });
  const step = { applicationId: application.id, act: `interview_${outcome}`, byPerson: doer.personId };
  await insertStep(tx, { ...step, at: doer.now });
  return accept(application);
}

function insertTalk(tx: Tx, applicationId: string, { doer: { personId, now } }: Recording): Promise<string> {
  return insertInterview(tx, {
    ...{ applicationId, hostId: personId ?? '', before: null },
    startsAt: now.subtract({ minutes: INTERVIEW_MINUTES }),
    endsAt: now,
    ...{ place: 'online', whereWords: '' },
  });
}
