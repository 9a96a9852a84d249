import { brief, numberOf, type PersonalDataMap, type Rule, who } from '../../platform/personal-data.ts';

/** All that people say of themselves for these days is gone the day after them. */
const season = (name: string, of: string, from: string): Rule => ({
  ...{ name, of, end: 'delete', export: 'row', leaving: 'delete' },
  keep: [{ after: 'season_over', from, lasts: 'P1D' }],
});
/** Several answers sealed as one: the module says them in words. */
const ALONE: Rule = { ...season('season_alone', 'person_id', 'ends_on'), export: 'module' };
const SUPPORTS: Rule = { ...season('season_supports', 'person_id', 'ends_on'), export: 'module' };
const HOURS: Rule = { ...season('season_hours', 'person_id', 'ends_on'), export: 'module' };
const CALL = season('season_calls', 'alone_id>season.alone.person_id', 'alone_id>season.alone.ends_on');

/** Who found which office open is asked while it still stands there, and a little after; the next year's days are other ones. */
const OPENING = brief('season_openings', { after: 'opening_over', from: 'on_day', lasts: 'P60D' });

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'season.openings': {
    id: 'none',
    municipality_code: 'none',
    place: 'none',
    on_day: 'none',
    opens_at: 'none',
    closes_at: 'none',
    phone: 'none',
    source: 'none',
    collected_by: who('to have somebody else check it', OPENING),
    collected_at: 'none',
    verified_by: who('to know that somebody else has checked it', OPENING),
    verified_on: 'none',
  },
  'season.supports': {
    id: 'none',
    person_id: 'none',
    said: {
      class: 'sensitive',
      purpose: 'to tell you on which days nobody of them is there',
      rule: SUPPORTS,
      sealed: ['id'],
    },
    ends_on: 'none',
    saved_at: 'none',
  },
  'season.alone': {
    id: 'none',
    person_id: 'none',
    said: {
      class: 'sensitive',
      purpose: 'to find somebody who has time for you',
      rule: ALONE,
      sealed: ['id'],
    },
    agreed_at: who('to know that you agreed', ALONE),
    ends_on: 'none',
  },
  'season.hours': {
    id: 'none',
    person_id: 'none',
    on_day: who('to have you call when you have time', HOURS),
    part: who('to have you call when you have time', HOURS),
    ends_on: 'none',
    given_at: 'none',
  },
  'season.calls': {
    id: 'none',
    alone_id: 'none',
    hour_id: 'none',
    state: 'none',
    arranged_by: who('to know who arranged it', numberOf),
    arranged_at: 'none',
    ended_at: who('to know that you were called', CALL),
  },
};
