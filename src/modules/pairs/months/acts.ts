import { actRoutes, type Door } from '../../../kits/acts/index.ts';
import { missing } from '../../../platform/web/route.ts';
import { partner } from '../relations.ts';
import type { Pair } from '../types.ts';
import { recordActivity, sayHowLong, takeActivityBack } from './activity/record-activity.ts';
import { monthsForms } from './forms.ts';
import { type OnOwn, onOwn } from './on-own.ts';
import { pausePair, resumePair } from './pausing.ts';
import { monthsPage } from './routes.tsx';

/** Whoever acts on their own pair; whom it concerns is the other. */
export const ownDoor: Pick<Door<OnOwn, Pair>, 'access' | 'on' | 'about'> = {
  access: [partner],
  on: ({ params, actor, now }) => ({ pairId: params.id, personId: actor.personId ?? '', now }),
  about: ({ id, volunteerId, residentId }, { actor }) => ({
    subjectIds: [volunteerId, residentId].filter((one) => one !== actor.personId),
    object: { kind: 'pairs.pair', id },
  }),
};

/** What each side does with a running pair. What is refused is said on the page that it came from. */
export const monthsActs = actRoutes(
  monthsForms,
  { ...ownDoor, again: async (call, form) => (await monthsPage(call, form)) ?? missing() },
  {
    activities: ({ db, fields: { kind, happenedOn, minutes = null } }, on) =>
      onOwn(db, on, (own) => recordActivity(db, { ...own, kind, happenedOn, minutes })),
    'activity-lengths': ({ db, fields }, on) => onOwn(db, on, (own) => sayHowLong(db, { ...own, ...fields })),
    'activity-removals': ({ db, fields }, on) =>
      onOwn(db, on, (own) => takeActivityBack(db, { ...own, ...fields })),
    pauses: ({ db }, on) => onOwn(db, on, (own) => pausePair(db, own)),
    resumptions: ({ db }, on) => onOwn(db, on, (own) => resumePair(db, own)),
  },
);
