import type { PersonalDataMap } from '../../../platform/personal-data.ts';

const COPY = 'a copy, written anew when its source changes and gone with the approval';

const fit = { class: 'identity', purpose: 'to find the volunteers who fit best', retention: COPY } as const;
const near = { ...fit, class: 'contact' } as const;

/** What the copies for dispatch can hold. */
export const dispatchPersonalData: PersonalDataMap = {
  'spot.dispatch_volunteers': {
    volunteer_id: fit,
    facts: { ...fit, class: 'sensitive', plain: 'facts that are ranked by, no words' },
  },
  'spot.dispatch_day': { is_only: 'none', oldest_on: 'none', newest_on: 'none' },
  'spot.dispatch_lists': { list: 'none', language: 'none', task: 'none', volunteers: 'none' },
  'spot.dispatch_changes': {
    id: 'none',
    volunteer_id: {
      class: 'identity',
      purpose: 'to know whose copy to write anew',
      retention: 'until the copy is written, a minute or so',
    },
  },
  'spot.dispatch_rows': {
    volunteer_id: fit,
    list: fit,
    cell: near,
    east_meters: near,
    north_meters: near,
    reach_kilometers: fit,
    categories: fit,
    traits_1: { ...fit, class: 'sensitive' },
    traits_2: fit,
    traits_3: fit,
    most_points: fit,
  },
};
