import { z } from 'zod';
import { defineForm, line, pick } from '../../../kits/forms/index.ts';
import { day } from '../../../platform/web/form-fields.ts';
import { trustStaffMessages } from '../messages.ts';

/** Whom a form can be about. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

const somebody = z.uuid({ message: 'choose_one' });

/** That somebody was checked, and when: nothing else has a place here. */
export const checkForm = (people: readonly Choice[]) =>
  defineForm(trustStaffMessages, [
    pick('personId', somebody, { options: () => people, label: 'clearance_of' }),
    line('checkedOn', day, { type: 'date', width: 'medium', label: 'done_on', hint: 'check_hint' }),
  ]);

/** Who is to record it from now on. */
export const keeperForm = (people: readonly Choice[]) =>
  defineForm(trustStaffMessages, [
    pick('personId', somebody, { options: () => people, label: 'clearance_keeper' }),
  ]);
