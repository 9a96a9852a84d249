import { defineStaffMessages } from '../../platform/languages/messages.tsx';
import en from './messages/staff.en.json' with { type: 'json' };
import ja from './messages/staff.ja.json' with { type: 'json' };

/** What is said of a file that is refused, to the staff who bring it. The sentences of tables stand in the web kit's catalog. */
export const bankFileMessages = defineStaffMessages({ ja, en });
