import type { PersonalDataMap, Rule } from '../../platform/personal-data.ts';

/** Written anew when its source changes, and gone with the approval: the worker of the dispatch does both. */
const COPY: Rule = {
  name: 'copies',
  of: 'volunteer_id',
  keep: 'as_long_as_row',
  end: 'delete',
  export: 'never',
  leaving: { keeps: 'soon_gone' },
  task: 'spot-write-dispatch',
};

const fit = { class: 'identity', purpose: 'to find the volunteers who fit best', rule: COPY } as const;
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
      rule: COPY,
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
