import { defineStaffMessages } from '../../platform/languages/messages.tsx';
import en from './messages/staff.en.json' with { type: 'json' };
import ja from './messages/staff.ja.json' with { type: 'json' };

/** The words of what administrators watch, and of the mails about it. */
export const watchMessages = defineStaffMessages({ ja, en });
