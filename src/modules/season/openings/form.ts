import { z } from 'zod';
import { defineForm, line, pick, timeOfDay } from '../../../kits/forms/index.ts';
import { day, requiredText, text } from '../../../platform/web/form-fields.ts';
import { listMunicipalityChoices } from '../../people/index.ts';
import { seasonMessages } from '../words.ts';

const LINK = /^https?:\/\/\S+$/;
const PHONE = /^(?=(?:\D*\d){3})[\d#*+ -]{3,20}$/;

/** What is asked of whoever has found an office that opens. */
export const openingForm = defineForm(seasonMessages, [
  pick('municipalityCode', z.string().regex(/^\d{5}$/, { message: 'choose_a_ward' }), {
    label: 'opening_ward',
    options: listMunicipalityChoices,
  }),
  line('place', requiredText(120), { label: 'opening_place', hint: 'opening_place_hint', lang: 'ja' }),
  line('onDay', day, { label: 'opening_day', type: 'date', width: 'medium' }),
  timeOfDay('opensAt', { label: 'opening_opens' }),
  timeOfDay('closesAt', { label: 'opening_closes' }),
  line(
    'phone',
    text(20).refine((typed) => typed === '' || PHONE.test(typed), { message: 'write_a_number' }),
    {
      label: 'opening_phone',
      type: 'tel',
    },
  ),
  line(
    'source',
    requiredText(500).refine((typed) => LINK.test(typed), { message: 'write_an_address' }),
    {
      label: 'opening_source',
      hint: 'opening_source_hint',
      type: 'url',
    },
  ),
]);
