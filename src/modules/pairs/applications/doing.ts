import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { insertStep } from '../steps/store.ts';
import type { Application, ApplicationEvent, ApplicationParty, Doer } from '../types.ts';
import { applicationLife } from './life.ts';
import { type ApplicationChanges, lockApplication, updateApplication } from './store.ts';

/** Which application, who acts on it, and from which version of it (absent: whichever). */
export interface OnApplication {
  readonly applicationId: string;
  readonly doer: Doer<ApplicationParty>;
  readonly version?: number | undefined;
  /** For staff alone. */
  readonly reason?: string | undefined;
}

interface Scene {
  readonly application: Application;
}

interface Ending {
  readonly changes: ApplicationChanges;
}

/** Acts on an application: rivals wait for each other, an applicant acts on their own, nobody decides about themselves. */
export const { enter, does } = doing<typeof applicationLife.acts, OnApplication, Scene, Ending, Application>({
  life: applicationLife,
  unknown: 'there_is_no_application',
  async lock(tx, { applicationId }) {
    const application = await lockApplication(tx, applicationId);
    return application && { application };
  },
  stateOf: ({ application }) => application.state,
  partyOf: ({ doer }) => doer.party,
  isTheirs({ application }, { doer: { party, personId }, version }) {
    const isOwn = application.personId === personId;
    if (party === 'applicant' && !isOwn) return refuse('this_is_not_yours_to_do');
    if (party === 'coordinator' && personId && application.memberIds.includes(personId))
      return refuse('nobody_decides_about_themselves');
    const isOlder = version !== undefined && version !== application.version;
    return isOlder ? refuse('application_has_changed_since') : accept(null);
  },
  async move(tx, { act, from, to, scene: { application }, on: { doer, reason }, ending: { changes } }) {
    const { personId: byPerson, now: at, party } = doer;
    await updateApplication(tx, application.id, {
      ...(party === 'applicant' && { heard_at: at, asked_whether_at: null }),
      ...changes,
      ...(to && to !== from && { state: to }),
    });
    await insertStep(tx, { applicationId: application.id, act, byPerson, reason, at });
  },
  tell: (tx, type, { scene: { application }, on: { doer } }) =>
    tellOfApplication(tx, type, application, doer.personId),
  done: ({ application }) => application,
});

/** Publishes what became of an application. */
export async function tellOfApplication(
  tx: Tx,
  type: ApplicationEvent,
  { id, personId }: Pick<Application, 'id' | 'personId'>,
  byPersonId: string | null,
): Promise<void> {
  const ids = { applicationId: id, personId, ...(byPersonId && { byPersonId }) };
  await publish(tx, { type, ids, live: [`person:${personId}`, 'desk'] });
}
