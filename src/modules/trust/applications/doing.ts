import { doing } from '../../../kits/acts/index.ts';
import { accept } from '../../../platform/refusal.ts';
import { insertDecision, lockDecisionsAbout } from '../decisions/store.ts';
import { publish } from '../events.ts';
import { type DecidedBy, mayDecideAbout } from '../rules.ts';
import type { Application } from '../types.ts';
import { applicationLife } from './life.ts';
import { findApplication, updateApplication } from './store.ts';

/** Whom an act is about, and when. */
export interface About {
  readonly personId: string;
  /** Absent for what people do themselves. */
  readonly by?: DecidedBy;
  /** For staff only. */
  readonly reason?: string | undefined;
  readonly now: Temporal.Instant;
}

export type Deciding = About & { readonly by: DecidedBy };

interface Ending {
  /** What the applicant is told. */
  readonly outcomeWords: string;
  readonly interviewId: string;
}

interface Scene {
  readonly application: Application | null;
}

/** Acts on somebody's application: rival ones wait for each other, nobody decides about themselves, each is a decision. */
export const { does } = doing<typeof applicationLife.acts, About, Scene, Ending, null>({
  life: applicationLife,
  unknown: 'there_is_no_application',
  async lock(tx, { personId }) {
    await lockDecisionsAbout(tx, personId);
    return { application: await findApplication(tx, personId) };
  },
  stateOf: ({ application }) => application?.state ?? null,
  isTheirs: (_, { personId, by }) => (by ? mayDecideAbout(personId, by) : accept(null)),
  async move(tx, { act, from, to, scene: { application }, on, ending }) {
    const { personId, by, reason, now: at } = on;
    if (application && to && to !== from && to !== 'submitted')
      await updateApplication(tx, application.id, {
        state: to,
        at,
        ...(ending.outcomeWords !== undefined && { outcomeWords: ending.outcomeWords }),
      });
    await insertDecision(tx, { personId, act, byPersonId: by ? by.personId : personId, reason, at });
  },
  async tell(tx, type, { scene: { application }, on: { personId }, ending: { interviewId = '' } }) {
    const live = [`person:${personId}`, 'desk'];
    if (type === 'trust.interview.scheduled')
      return publish(tx, { type, ids: { interviewId, personId }, live });
    return publish(tx, { type, ids: { applicationId: application?.id ?? '', personId }, live });
  },
  done: () => null,
});
