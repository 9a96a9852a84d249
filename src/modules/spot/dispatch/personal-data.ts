import type { PersonalDataMap } from '../../../platform/personal-data.ts';

const COPY = 'a copy, written anew when its source changes and gone with the approval';

const fit = { class: 'identity', purpose: 'to find the volunteers who fit best', retention: COPY } as const;
const near = { ...fit, class: 'contact' } as const;

/** What the copies for dispatch at scale can hold. */
export const dispatchPersonalData: PersonalDataMap = {
  'spot.dispatch_volunteers': { volunteer_id: fit, facts: { ...fit, class: 'sensitive' } },
  'spot.dispatch_day': { is_only: 'none', scored_on: 'none' },
  'spot.dispatch_rows': {
    volunteer_id: fit,
    language: fit,
    task: 'none',
    cell: near,
    score: fit,
    rest: fit,
    level: fit,
    gender: { ...fit, class: 'sensitive' },
    skills: fit,
    practice: fit,
    east_meters: near,
    north_meters: near,
    reach_meters: fit,
    early_hours: fit,
    late_hours: fit,
    asked_on: fit,
    served_on: fit,
  },
};
