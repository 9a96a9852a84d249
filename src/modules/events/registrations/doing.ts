import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';

import { publish } from '../events.ts';
import { lockEvent } from '../store/events.ts';
import {
  findRegistration,
  insertSeatMove,
  type RegistrationChanges,
  updateRegistration,
} from '../store/registrations.ts';
import type { Event, Registration } from '../types.ts';
import { registrationLife } from './life.ts';

/** The job that tells whoever registered what has become of it: each move once. */
export const TELL = 'events-tell';

export interface OnRegistration {
  readonly registrationId: string;
  readonly as: 'registrant' | 'coordinator' | 'house';
  /** Nobody by name: whoever has the link of a mail, the house. */
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
}

export interface RegistrationScene {
  readonly event: Event;
  readonly registration: Registration;
}

interface Ending {
  readonly changes: RegistrationChanges;
}

/** Acts on a registration under the lock of its event, so that all who move seats wait for each other. */
export const { enter, does } = doing<
  typeof registrationLife.acts,
  OnRegistration,
  RegistrationScene,
  Ending,
  RegistrationScene
>({
  life: registrationLife,
  unknown: 'registration_is_unknown',
  async lock(tx, { registrationId }) {
    const before = await findRegistration(tx, registrationId);
    const event = before && (await lockEvent(tx, before.eventId));
    const registration = event && (await findRegistration(tx, registrationId));
    return registration ? { event, registration } : null;
  },
  stateOf: ({ registration }) => registration.state,
  partyOf: (on) => on.as,
  async move(tx, { act, from, to, scene: { registration }, on, ending }) {
    if (!to) throw new Error('a registration stands somewhere');
    await updateRegistration(tx, registration.id, {
      offered_until: null,
      ...ending.changes,
      ...(to !== from && { state: to }),
    });
    await note(tx, {
      registration,
      act,
      from,
      to,
      byPerson: on.byPersonId,
      byHouse: on.as === 'house',
      at: on.now,
    });
  },
  tell: (tx, type, { scene: { registration, event }, on }) =>
    publish(tx, {
      type,
      ids: {
        registrationId: registration.id,
        eventId: event.id,
        ...(registration.personId && { personId: registration.personId }),
        ...(on.byPersonId && { byPersonId: on.byPersonId }),
      },
      live: ['desk', `person:${event.responsibleId}`],
    }),
  done: (scene) => scene,
});

/** Writes a line of the history and has whoever registered told of it: both once. */
export async function note(tx: Tx, move: Parameters<typeof insertSeatMove>[1]): Promise<void> {
  const moveId = await insertSeatMove(tx, move);
  await addJob(tx, TELL, { moveId }, { key: `${TELL}:${moveId}` });
}
