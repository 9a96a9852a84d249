import { bookSlot } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { enter, type OnApplication } from '../applications/doing.ts';
import { updateApplication } from '../applications/store.ts';
import { publish } from '../events.ts';
import { INTERVIEW, interviewStanding, mayChooseTime } from './rules.ts';
import { cancelInterviewAhead, insertInterview, interviewersOf, listInterviews } from './store.ts';

/**
 * Chooses one of the times that coordinators keep open, in the place of one that lies ahead. Refuses whoever waits for
 * no interview, one that is too near to be moved, and a time that is gone or is not theirs to choose.
 * @returns the interview's id
 * @throws Refused when a rival was faster
 */
export async function chooseInterview(tx: Tx, slotId: string, on: OnApplication): Promise<Outcome<string>> {
  const { now } = on.doer;
  return bookSlot(tx, slotId, {
    kind: INTERVIEW,
    now,
    async make({ hostId, startsAt, endsAt, place, whereWords }) {
      const entered = await enter(tx, on);
      if (!entered.ok) return entered;
      const { application } = entered.value;
      const standing = interviewStanding(application, await listInterviews(tx, application.id));
      const allowed = mayChooseTime(standing, now);
      if (!allowed.ok) return allowed;
      if (!(await interviewersOf(tx, application, now)).includes(hostId))
        return refuse('slot_is_gone', {}, 'slot');
      const before = await cancelInterviewAhead(tx, application.id, now);
      const times = { hostId, startsAt, endsAt, place, whereWords };
      const id = await insertInterview(tx, { ...times, applicationId: application.id, before });
      if (on.doer.party === 'applicant') await updateApplication(tx, application.id, { heard_at: now });
      await publish(tx, {
        type: 'pairs.interview.set',
        ids: {
          ...{ applicationId: application.id, personId: application.personId, hostId },
          byPersonId: on.doer.personId ?? undefined,
        },
        live: [`person:${application.personId}`, 'desk'],
      });
      return accept(id);
    },
  });
}
