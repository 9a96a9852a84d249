import { defineForm, line } from '../../src/kits/forms/index.ts';
import { day, requiredText } from '../../src/platform/web/form-fields.ts';
import { walkMessages } from './words.ts';

/** What is asked of whoever would like company. */
export const walkForm = defineForm(walkMessages, [
  line('onDay', day, { type: 'date' }),
  line('meetingPlace', requiredText(200, 'say_where')),
]);
