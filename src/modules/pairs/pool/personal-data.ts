import { numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';
import { wish } from '../applications/keeping.ts';

const figure = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What the engine found for somebody: how many others there are, counted from what they applied with. */
const CHANCES: Rule = {
  name: 'pair_applications',
  of: 'application_id>pairs.applications.person_id',
  keep: wish('application_id>pairs.applications.'),
  end: 'delete',
  export: 'never',
  leaving: 'delete',
};

/** What is kept for those who wait now, and of waits that have ended: numbers. */
export const inPool: PersonalDataMap = {
  'pairs.chances': {
    application_id: 'none',
    of_version: 'none',
    found: {
      class: 'sensitive',
      purpose: 'to say what would shorten a wait',
      rule: CHANCES,
      sealed: ['application_id'],
    },
    counted_at: 'none',
  },
  'pairs.waits': {
    pair_id: 'none',
    application_id: 'none',
    side: figure('to say how long it takes'),
    area: figure('to say how long it takes'),
    language: figure('to say how long it takes'),
    days: 'none',
    ended_at: 'none',
  },
};
