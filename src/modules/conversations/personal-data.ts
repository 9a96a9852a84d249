import type { PersonalDataMap } from '../../platform/personal-data.ts';

const until = 'messages are deleted 90 days after the thread has closed';

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
    person_id: {
      class: 'identity',
      purpose: 'who may read and write in a thread',
      retention: 'as long as the person',
    },
    joined_at: 'none',
    left_at: 'none',
    read_at: 'none',
  },
  'conversations.messages': {
    id: 'none',
    thread_id: 'none',
    author_id: { class: 'identity', purpose: 'who wrote it', retention: until },
    as_staff: 'none',
    words: {
      class: 'free_text',
      purpose: 'what people in one thing tell each other',
      retention: until,
      sealed: ['id'],
    },
    words_locale: 'none',
    sent_at: 'none',
  },
};
