import { numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';

const MESSAGE: Rule = {
  name: 'messages',
  of: 'author_id',
  keep: [{ after: 'conversation_closed', from: 'thread_id>conversations.threads.closed_at', lasts: 'P90D' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};

export const personalData: PersonalDataMap = {
  'conversations.threads': {
    id: 'none',
    kind: 'none',
    subject_kind: 'none',
    subject_id: 'none',
    opened_at: 'none',
    closed_at: 'none',
  },
  'conversations.participants': {
    thread_id: 'none',
    person_id: { class: 'identity', purpose: 'who may read and write in a thread', rule: numberOf },
    joined_at: 'none',
    left_at: 'none',
    read_at: 'none',
    last_at: 'none',
  },
  'conversations.messages': {
    id: 'none',
    thread_id: 'none',
    author_id: { class: 'identity', purpose: 'who wrote it', rule: MESSAGE },
    as_staff: 'none',
    words: {
      class: 'free_text',
      purpose: 'what people in one thing tell each other',
      rule: MESSAGE,
      sealed: ['id'],
    },
    words_locale: 'none',
    sent_at: { class: 'identity', purpose: 'to show messages in order', rule: MESSAGE },
  },
};
