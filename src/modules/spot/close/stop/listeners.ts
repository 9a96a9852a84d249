import type { Listener } from '../../../../platform/events/listener.ts';
import { peopleEvents } from '../../../people/index.ts';
import { listRestrictionsInForce, trustEvents } from '../../../trust/index.ts';
import { isRuledOut } from '../rules/stopping.ts';
import { letGo, stopRequests } from './stop-visits.ts';

const all = () => true;

/** No visit happens that must not happen, whatever two people had agreed on before the organization decided. */
export const stopListeners: readonly Listener[] = [
  trustEvents.hear({
    event: 'trust.person.suspended',
    name: 'spot.stop-suspended',
    async handle({ id: occasion, ids: { personId } }, { db, clock }) {
      await letGo(db, { volunteerId: personId, touches: all, occasion, now: clock() });
      await stopRequests(db, { requesterId: personId, occasion, now: clock() });
    },
  }),
  // Whoever leaves for good is waited for by nobody, and waits for nobody.
  peopleEvents.hear({
    event: 'people.person.leaving',
    name: 'spot.end-for-leaver',
    async handle({ id: occasion, ids: { personId } }, { db, clock }) {
      await letGo(db, { volunteerId: personId, touches: all, occasion, now: clock() });
      await stopRequests(db, { requesterId: personId, occasion, now: clock() });
    },
  }),
  trustEvents.hear({
    event: 'trust.volunteer.left',
    name: 'spot.let-go-of-former-volunteer',
    async handle({ id: occasion, ids: { personId } }, { db, clock }) {
      await letGo(db, { volunteerId: personId, touches: all, occasion, now: clock() });
    },
  }),
  trustEvents.hear({
    event: 'trust.volunteer.restricted',
    name: 'spot.let-go-of-restricted',
    async handle({ id: occasion, ids: { personId } }, { db, clock }) {
      const limits = (await listRestrictionsInForce(db, [personId], clock())).get(personId);
      if (!limits) return;
      const touches = (request: Parameters<typeof isRuledOut>[1]) => isRuledOut(limits, request);
      await letGo(db, { volunteerId: personId, touches, occasion, now: clock() });
    },
  }),
  trustEvents.hear({
    event: 'trust.people.kept_apart',
    name: 'spot.part-kept-apart',
    async handle({ id: occasion, ids: { personId, otherId } }, { db, clock }) {
      for (const [volunteerId, requesterId] of [
        [personId, otherId],
        [otherId, personId],
      ] as const) {
        const touches = (request: { requesterId: string }) => request.requesterId === requesterId;
        await letGo(db, { volunteerId, touches, occasion, now: clock() });
      }
    },
  }),
];
