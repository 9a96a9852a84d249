import type { Database } from '../../../../platform/database/connect.ts';
import {
  DESK,
  defineNews,
  type NewsGroup,
  type NewsQuestion,
  type NewsThing,
} from '../../../../platform/news.ts';
import { dayInJapan, listCoordinators } from '../../../people/index.ts';
import type { ClassServices } from '../../services.ts';
import { absencePath } from '../absence/token.ts';
import { childrenEvents } from '../events.ts';
import { childrenPaths } from '../paths.ts';
import { missingOn } from '../rules/complete.ts';
import { findSeatAhead, listSeatsAheadOf } from '../store/ahead.ts';
import { isGuardianOf, listGuardianIds, listGuardianships } from '../store/guardianships.ts';
import { findWholeChild } from '../store/whole.ts';
import { childrenMessages } from '../words.ts';

/** What families are told; also of seats. */
export const CHILDREN: NewsGroup = {
  name: 'children',
  order: 52,
  label: childrenMessages.label('group_children'),
};

const guardians = ({
  db,
  ids,
}: {
  readonly db: Database;
  readonly ids: { readonly childId?: string | undefined };
}) => listGuardianIds(db, ids.childId ? [ids.childId] : []);

const ofChild = {
  group: CHILDREN,
  whom: guardians,
  object: ({ childId }: { readonly childId?: string | undefined }) => childId,
  mayKnow: ({ db, personId, objectId }: NewsQuestion) => isGuardianOf(db, personId, objectId),
} as const;

/** A place in a class, as a mail may say it: when. Never whose. */
const seatThing: NewsThing = {
  kind: 'classes.seat',
  async timesOf(db, id) {
    const seat = await findSeatAhead(db, id);
    return seat ? [seat.startsAt] : [];
  },
  async whenAndWhere(db, id) {
    const seat = await findSeatAhead(db, id);
    return seat && { times: [seat.startsAt], municipalityCode: null };
  },
};

async function isStillMissing({ db, objectId, now }: NewsQuestion): Promise<boolean> {
  const whole = await findWholeChild(db, objectId);
  const [next] = await listSeatsAheadOf(db, [objectId], now);
  return whole !== null && missingOn(whole, dayInJapan(next?.startsAt ?? now)).length > 0;
}

/** What families are told. No sentence says a child's name, an illness or a place: mails are read over shoulders. */
export const childrenNews = (services: ClassServices) =>
  defineNews(
    { words: childrenMessages, events: childrenEvents },
    {
      child_incomplete: {
        ...ofChild,
        event: 'classes.child.incomplete',
        urgency: 'waits',
        path: (id) => childrenPaths.one({ id }),
        isStillSo: isStillMissing,
      },
      fetcher_named: {
        ...ofChild,
        event: 'classes.fetcher.named',
        urgency: 'if_soon',
        path: (id) => childrenPaths.fetchers({ id }),
      },
      class_near: {
        ...ofChild,
        event: 'classes.class.near',
        urgency: 'waits',
        object: ({ seatId }) => seatId,
        path: (id) => absencePath(services, id),
        about: seatThing,
        async mayKnow({ db, personId, objectId }) {
          const seat = await findSeatAhead(db, objectId);
          return seat !== null && isGuardianOf(db, personId, seat.childId);
        },
        isStillSo: async ({ db, objectId }) => (await findSeatAhead(db, objectId))?.state === 'taken',
      },
      place_hidden: {
        group: DESK,
        event: 'classes.place.hidden',
        urgency: 'waits',
        whom: ({ db, now }) => listCoordinators(db, now),
        object: ({ childId }) => childId,
        path: (id) => childrenPaths.desk({ id }),
        mayKnow: async ({ db, roles, personId, objectId }) =>
          roles.has('coordinator') &&
          !(await listGuardianships(db, [objectId])).some((one) => one.personId === personId),
        isStillSo: async ({ db, objectId }) =>
          (await listGuardianships(db, [objectId])).some((one) => one.hidesPlace && one.lookedAt === null),
      },
    },
  );
