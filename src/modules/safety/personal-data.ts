import type { PersonalDataMap } from '../../platform/personal-data.ts';

export const personalData: PersonalDataMap = {
  'safety.helpline_checks': {
    number: 'none',
    verified_on: 'none',
    is_hidden: 'none',
    checked_by: {
      class: 'identity',
      purpose: 'which member of staff called the line',
      retention: 'as long as the person',
    },
    checked_at: 'none',
  },
};
