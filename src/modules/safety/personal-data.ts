import { numberOf, type PersonalDataMap } from '../../platform/personal-data.ts';

export const personalData: PersonalDataMap = {
  'safety.helpline_checks': {
    number: 'none',
    verified_on: 'none',
    is_hidden: 'none',
    checked_by: {
      class: 'identity',
      purpose: 'which member of staff called the line',
      rule: numberOf,
    },
    checked_at: 'none',
  },
  'safety.own_lines': {
    number: 'none',
    title_ja: 'none',
    title_ja_easy: 'none',
    title_en: 'none',
    title_zh_hans: 'none',
    urgency: 'none',
    hours: 'none',
    opens_at: 'none',
    closes_at: 'none',
    languages: 'none',
    is_free: 'none',
    changed_by: {
      class: 'identity',
      purpose: 'which member of staff wrote the line',
      rule: numberOf,
    },
    changed_at: 'none',
  },
};
