import type { Database } from '../../../platform/database/connect.ts';
import { DESK, defineNews, type NewsGroup, type NewsQuestion } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import { CHILDREN } from '../children/elsewhere/news.ts';
import { childrenPaths } from '../children/paths.ts';
import { listOfSession, listSeatsAheadOf } from '../children/store/ahead.ts';
import { isGuardianOf, listGuardianIds } from '../children/store/guardianships.ts';
import { classesEvents } from '../events.ts';
import { classesPaths } from '../paths.ts';
import { listCommitments } from '../store/commitments.ts';
import { listEnrolments } from '../store/enrolments.ts';
import { listSeats } from '../store/seats.ts';
import { findSession } from '../store/sessions.ts';
import type { CancelReason, SeatState } from '../types.ts';
import { classesMessages } from '../words.ts';

/** What tutors are told. */
const TEACHING: NewsGroup = {
  name: 'classes_teaching',
  order: 40,
  roles: ['tutor', 'volunteer'],
  label: classesMessages.label('group_teaching'),
};

const isAhead = async ({ db, objectId, now }: NewsQuestion): Promise<boolean> => {
  const session = await findSession(db, objectId);
  return session !== null && Temporal.Instant.compare(now, session.startsAt) < 0;
};
const teaches = async ({ db, objectId, personId }: NewsQuestion): Promise<boolean> =>
  (await listCommitments(db, [objectId])).some((one) => one.personId === personId);

const isStillAsked = async ({ db, objectId, personId }: NewsQuestion): Promise<boolean> =>
  (await listCommitments(db, [objectId])).some((one) => one.personId === personId && one.state === 'asked');

const ofChild = {
  group: CHILDREN,
  urgency: 'if_soon',
  whom: ({ db, ids }: { readonly db: Database; readonly ids: { readonly childId?: string | undefined } }) =>
    listGuardianIds(db, ids.childId ? [ids.childId] : []),
  object: ({ childId }: { readonly childId?: string | undefined }) => childId,
  path: (id: string) => childrenPaths.one({ id }),
  mayKnow: ({ db, personId, objectId }: NewsQuestion) => isGuardianOf(db, personId, objectId),
} as const;

/** Told only while some seat of the child still stands so: it changes by the hour when tutors do. */
const whileSome =
  (state: SeatState) =>
  async ({ db, objectId, now }: NewsQuestion): Promise<boolean> =>
    (await listSeatsAheadOf(db, [objectId], now)).some((seat) => seat.state === state);

/** Not those who have given up: nothing changes for them. */
async function listFamilies(db: Database, sessionId: string): Promise<string[]> {
  const seats = await listSeats(db, sessionId);
  return listGuardianIds(
    db,
    seats.map(({ childId }) => childId),
  );
}

/** Who could not come on the old day may come on the new one, and hears of it too. */
const listAllFamilies = async (db: Database, sessionId: string): Promise<string[]> =>
  listGuardianIds(db, await listOfSession(db, sessionId));

interface OfSession {
  readonly db: Database;
  readonly ids: { readonly sessionId?: string | undefined };
}
const ifFor = async <T>({ db, ids }: OfSession, reason: CancelReason, whom: () => Promise<T[]>) =>
  (await findSession(db, ids.sessionId ?? ''))?.cancelReason === reason ? whom() : [];

/** A class is off, said with its reason: families and tutors hear the same sentence on ways of their own. */
const offForFamily = (reason: CancelReason) =>
  ({
    group: CHILDREN,
    urgency: 'now',
    event: 'classes.session.cancelled',
    whom: (told: OfSession) => ifFor(told, reason, () => listFamilies(told.db, told.ids.sessionId ?? '')),
    object: ({ sessionId }: OfSession['ids']) => sessionId,
    path: () => childrenPaths.mine(),
    mayKnow: async ({ db, personId, objectId }: NewsQuestion) =>
      (await listFamilies(db, objectId)).includes(personId),
  }) as const;
const offForTutor = (reason: CancelReason) =>
  ({
    group: TEACHING,
    urgency: 'now',
    event: 'classes.session.cancelled',
    whom: (told: OfSession) =>
      ifFor(told, reason, async () => {
        const all = await listCommitments(told.db, [told.ids.sessionId ?? '']);
        return all
          .filter(({ state }) => state === 'yes' || state === 'asked')
          .map(({ personId }) => personId);
      }),
    object: ({ sessionId }: OfSession['ids']) => sessionId,
    path: () => classesPaths.teaching(),
    mayKnow: teaches,
  }) as const;

/** What families hear of seats, and tutors and coordinators of each other. No sentence says whose child it is. */
export const classesNews = defineNews(
  { words: classesMessages, events: classesEvents },
  {
    class_asks_you: {
      group: TEACHING,
      urgency: 'if_soon',
      event: 'classes.commitment.asked',
      whom: ({ ids }) => [ids.personId],
      object: ({ sessionId }) => sessionId,
      path: () => classesPaths.teaching(),
      mayKnow: teaches,
      isStillSo: isStillAsked,
    },
    class_moved_asks_you: {
      group: TEACHING,
      urgency: 'if_soon',
      event: 'classes.commitment.asked_anew',
      whom: ({ ids }) => [ids.personId],
      object: ({ sessionId }) => sessionId,
      path: () => classesPaths.teaching(),
      mayKnow: teaches,
      isStillSo: isStillAsked,
    },
    class_is_cancelled: offForTutor('other'),
    class_is_off_storm: offForTutor('storm'),
    class_is_off_trains: offForTutor('trains'),
    class_is_off_illness: offForTutor('illness'),
    class_is_off_too_few: offForTutor('too_few'),
    class_of_child_is_off: offForFamily('other'),
    class_of_child_off_storm: offForFamily('storm'),
    class_of_child_off_trains: offForFamily('trains'),
    class_of_child_off_illness: offForFamily('illness'),
    class_of_child_off_too_few: offForFamily('too_few'),
    class_of_child_has_moved: {
      group: CHILDREN,
      urgency: 'now',
      event: 'classes.session.moved',
      whom: ({ db, ids }) => listAllFamilies(db, ids.sessionId ?? ''),
      object: ({ sessionId }) => sessionId,
      path: () => childrenPaths.mine(),
      mayKnow: async ({ db, personId, objectId }) => (await listAllFamilies(db, objectId)).includes(personId),
    },
    seat_is_yours: { ...ofChild, event: 'classes.seat.taken', isStillSo: whileSome('taken') },
    seat_is_offered: { ...ofChild, event: 'classes.seat.offered', isStillSo: whileSome('offered') },
    seat_is_unsure: { ...ofChild, event: 'classes.seat.unsettled', isStillSo: whileSome('unsure') },
    seat_is_back: { ...ofChild, event: 'classes.seat.restored', isStillSo: whileSome('taken') },
    seat_offer_is_off: { ...ofChild, event: 'classes.seat.put_back', isStillSo: whileSome('waiting') },
    seat_offer_is_over: { ...ofChild, urgency: 'waits', event: 'classes.seat.passed' },
    child_is_invited: { ...ofChild, event: 'classes.enrolment.invited' },
    child_is_enrolled: { ...ofChild, event: 'classes.enrolment.enrolled' },
    child_has_no_place: { ...ofChild, event: 'classes.enrolment.declined' },
    desk_family_asks: {
      group: DESK,
      urgency: 'waits',
      event: 'classes.enrolment.asked',
      whom: ({ db, now }) => listCoordinators(db, now),
      object: ({ courseId }) => courseId,
      path: (id) => classesPaths.deskCourse({ id }),
      mayKnow: async ({ roles }) => roles.has('coordinator'),
      isStillSo: async ({ db, objectId }) => (await listEnrolments(db, objectId, ['asked'])).length > 0,
    },
    desk_tutor_drops_out: {
      group: DESK,
      urgency: 'waits',
      event: 'classes.commitment.declined',
      whom: ({ db, now }) => listCoordinators(db, now),
      object: ({ sessionId }) => sessionId,
      path: (id) => classesPaths.deskSession({ id }),
      mayKnow: async ({ roles }) => roles.has('coordinator'),
      isStillSo: isAhead,
    },
  },
);
