import type { PersonalDataMap, Rule } from '../../../platform/personal-data.ts';

/** By which name somebody is thanked: until they take it back. */
const WALL_NAME: Rule = {
  name: 'wall_names',
  of: 'donor_id>giving.donors.person_id',
  keep: [
    { after: 'wall_asked', from: 'asked_at', lasts: 'P30D' },
    {
      after: 'wall_confirmed',
      from: 'confirmed_at',
      lasts: 'P5Y',
      where: { column: 'state', is: ['public'] },
    },
  ],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

/** What the tables of campaigns can hold: but for the names on the wall, what the organization says in public. */
export const campaignData: PersonalDataMap = {
  'giving.campaigns': {
    id: 'none',
    slug: 'none',
    begins_on: 'none',
    ends_on: 'none',
    goal_jpy: 'none',
    goal_supporters: 'none',
    published_at: 'none',
    version: 'none',
    texts: 'none',
    tiers: 'none',
    machine_made: 'none',
    goal_set_at: 'none',
  },
  'giving.former_goals': {
    campaign_id: 'none',
    place: 'none',
    goal_jpy: 'none',
    goal_supporters: 'none',
    held_until: 'none',
  },
  'giving.campaign_updates': {
    id: 'none',
    campaign_id: 'none',
    happened_on: 'none',
    texts: 'none',
    written_at: 'none',
  },
  'giving.wall_names': {
    id: 'none',
    campaign_id: 'none',
    donor_id: 'none',
    name: { class: 'identity', purpose: 'to thank by the name that somebody wishes', rule: WALL_NAME },
    state: 'none',
    asked_at: 'none',
    confirmed_at: 'none',
    over_at: 'none',
  },
};
