import { numberOf, type PersonalDataMap } from '../../../platform/personal-data.ts';

const figure = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What is kept of waits that have ended: numbers, for those who wait now. */
export const inPool: PersonalDataMap = {
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
