import type { PersonalDataMap, Rule } from '../../../platform/personal-data.ts';

const DRAFT: Rule = {
  name: 'form_drafts',
  of: 'person_id',
  keep: [{ after: 'draft_saved', from: 'saved_at', lasts: 'P30D' }],
  // A visitor's, an hour after they filled it in.
  atMost: { after: 'ran_out', from: 'keep_until', lasts: 'P0D' },
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

/** What each column of this kit can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'forms.drafts': {
    id: 'none',
    kind: 'none',
    person_id: 'none',
    browser: 'none',
    page: 'none',
    fields: { class: 'sensitive', purpose: 'to go on with a form later', rule: DRAFT, sealed: ['id'] },
    file_ids: { class: 'sensitive', purpose: 'to go on with a form later', rule: DRAFT, files: true },
    version: 'none',
    saved_at: 'none',
    keep_until: 'none',
  },
};
