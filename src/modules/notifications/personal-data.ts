import type { PersonalDataMap } from '../../platform/personal-data.ts';

const KEPT = '180 days, then it is deleted';
const CHOICE = 'as long as the person';

export const personalData: PersonalDataMap = {
  'notifications.notifications': {
    id: 'none',
    occasion: 'none',
    person_id: { class: 'identity', purpose: 'to tell somebody what concerns them', retention: KEPT },
    channel: 'none',
    kind: {
      class: 'identity',
      purpose: 'to say what has happened in the reader’s own language',
      retention: KEPT,
    },
    object_id: { class: 'identity', purpose: 'to lead to the page about it', retention: KEPT },
    created_at: 'none',
    read_at: 'none',
    due_at: 'none',
    sent_at: 'none',
    dropped_at: 'none',
  },
  'notifications.opt_outs': {
    person_id: { class: 'identity', purpose: 'to send no mail that is not wanted', retention: CHOICE },
    kind_group: { class: 'identity', purpose: 'to send no mail that is not wanted', retention: CHOICE },
    channel: 'none',
    since_at: 'none',
  },
  'notifications.quiet_hours': {
    person_id: { class: 'identity', purpose: 'to let somebody sleep', retention: CHOICE },
    from_hour: { class: 'identity', purpose: 'to let somebody sleep', retention: CHOICE },
    until_hour: { class: 'identity', purpose: 'to let somebody sleep', retention: CHOICE },
    changed_at: 'none',
  },
};
