import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Ahead, AheadWay } from '../../../platform/parts/ahead.ts';
import { isStaff } from '../../../platform/permissions.ts';
import { trustMessages } from '../messages.ts';
import { findStanding } from '../standing/store.ts';

const VOLUNTEER: AheadWay = {
  href: housePaths.volunteering(),
  title: trustMessages.label('home_volunteer'),
  text: trustMessages.label('my_page_volunteer_text'),
  order: 60,
};
const APPLYING: AheadWay = {
  ...VOLUNTEER,
  title: trustMessages.label('volunteering_title'),
  text: trustMessages.label('my_page_applying_text'),
};

/** The way to volunteering. Who applies has the part of a volunteer already, as far as their own pages go. */
export const trustAhead: Ahead = async (db, reader) => {
  const { application } = await findStanding(db, reader.personId, reader.now);
  const isApplying = application?.state === 'submitted';
  const isThere = reader.roles.has('volunteer') || isStaff(reader);
  return {
    ways: isThere ? [] : [isApplying ? APPLYING : VOLUNTEER],
    parts: isApplying ? ['volunteer'] : [],
  };
};
