import { z } from 'zod';
import {
  defineForm,
  line,
  consent as mustTick,
  oneOf,
  pick,
  someOf,
  tick,
  unseen,
} from '../../../../kits/forms/index.ts';
import { choice, choices, text } from '../../../../platform/web/form-fields.ts';
import { CHANNELS, NAMINGS } from '../../types.ts';
import { storiesMessages } from '../../words.ts';
import type { Chosen } from '../rules/asking.ts';

const YEARS = ['1', '2', '3'] as const;

/** What somebody chooses who agrees: each place, name, face, until when. */
export const consentForm = defineForm(storiesMessages, [
  someOf('uses', choices(CHANNELS), {
    label: 'consent_uses',
    hint: 'consent_uses_hint',
    areSentences: true,
    choices: (locale) =>
      CHANNELS.map((value) => ({ value, label: storiesMessages.in(locale)(`use_in_${value}`) })),
  }),
  oneOf('naming', choice(NAMINGS), {
    label: 'consent_naming',
    choices: (locale) =>
      NAMINGS.map((value) => ({ value, label: storiesMessages.in(locale)(`naming_${value}`) })),
  }),
  line('shownAs', text(60), { label: 'consent_shown_as', hint: 'consent_shown_as_hint', maxLength: 60 }),
  tick('showsFace', { label: 'consent_face' }),
  tick('showsPlace', { label: 'consent_place' }),
  pick('years', choice(YEARS), {
    label: 'consent_years',
    hint: 'consent_years_hint',
    options: (locale) =>
      YEARS.map((value) => ({
        value,
        label: storiesMessages.in(locale).plain('consent_years_count', { count: Number(value) }),
      })),
  }),
  mustTick('agrees', 'tick_if_you_agree', { label: 'consent_agrees' }),
  unseen('read', z.string().max(64).default('')),
]);
export type TypedConsent = z.output<typeof consentForm.schema>;

export const readChosen = (typed: TypedConsent): Chosen => ({
  ...typed,
  shownAs: typed.shownAs || null,
  years: Number(typed.years),
});
