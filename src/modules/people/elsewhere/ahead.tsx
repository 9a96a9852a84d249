import type { Ahead, AheadWay } from '../../../platform/parts/ahead.ts';
import { findLeaving } from '../leaving/store.ts';
import { LeavingNotice } from '../leaving/views.tsx';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';

const PEOPLE: AheadWay = {
  href: peoplePaths.people(),
  title: peopleMessages.label('people'),
  text: peopleMessages.label('my_page_people_text'),
  order: 20,
};

/** Whoever is leaving reads until when they can take it back before they read of anything that is still to come. */
export const peopleAhead: Ahead = async (db, { personId, roles }) => {
  const leaving = await findLeaving(db, personId);
  return {
    items: leaving ? [{ at: leaving.askedAt, card: <LeavingNotice leaving={leaving} /> }] : [],
    ways: roles.has('administrator') ? [PEOPLE] : [],
  };
};
