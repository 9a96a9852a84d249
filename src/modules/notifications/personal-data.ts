import type { PersonalDataMap, Rule } from '../../platform/personal-data.ts';

const KEPT: Rule = {
  name: 'notifications',
  of: 'person_id',
  keep: [{ after: 'sent', from: 'created_at', lasts: 'P180D' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
const CHOICE: Rule = {
  name: 'choices',
  of: 'person_id',
  keep: 'as_long_as_person',
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

export const personalData: PersonalDataMap = {
  'notifications.notifications': {
    id: 'none',
    occasion: 'none',
    person_id: { class: 'identity', purpose: 'to tell somebody what concerns them', rule: KEPT },
    channel: 'none',
    kind: {
      class: 'identity',
      purpose: 'to say what has happened in the reader’s own language',
      rule: KEPT,
    },
    object_id: { class: 'identity', purpose: 'to lead to the page about it', rule: KEPT, export: 'never' },
    created_at: { class: 'identity', purpose: 'to show news in order', rule: KEPT },
    read_at: 'none',
    due_at: 'none',
    sent_at: 'none',
    dropped_at: 'none',
  },
  'notifications.opt_outs': {
    person_id: { class: 'identity', purpose: 'to send no mail that is not wanted', rule: CHOICE },
    kind_group: { class: 'identity', purpose: 'to send no mail that is not wanted', rule: CHOICE },
    channel: 'none',
    since_at: 'none',
  },
  'notifications.quiet_hours': {
    person_id: { class: 'identity', purpose: 'to let somebody sleep', rule: CHOICE },
    from_hour: { class: 'identity', purpose: 'to let somebody sleep', rule: CHOICE },
    until_hour: { class: 'identity', purpose: 'to let somebody sleep', rule: CHOICE },
    changed_at: 'none',
  },
};
