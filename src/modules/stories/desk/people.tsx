import { z } from 'zod';
import { defineForm, formRoutes, line, pick, tick } from '../../../kits/forms/index.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { choice, requiredText, text } from '../../../platform/web/form-fields.ts';
import { type Route, refusedBy } from '../../../platform/web/route.ts';
import { findByEmail } from '../../people/index.ts';
import { nameInStory } from '../consent/commands.ts';
import { storiesPaths } from '../paths.ts';
import { findPicture } from '../store/pictures.ts';
import { findStory } from '../store/stories.ts';
import type { Box } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';
import { answerDone, formPage, onStory } from './form-page.tsx';
import { keyOf } from './language.ts';
import { MeasuredPicture } from './picture/measured-picture.tsx';

/** Left, top, width and height in percent: `10, 20, 15, 25`; nothing for none. */
export const box: z.ZodType<Box | null> = text(40).transform((typed, context) => {
  if (typed === '') return null;
  const parts = typed
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .map(Number);
  const isBox = parts.length === 4 && parts.every((one) => Number.isInteger(one) && one >= 0 && one <= 100);
  if (isBox && (parts[2] ?? 0) > 0 && (parts[3] ?? 0) > 0) return parts as unknown as Box;
  context.addIssue({ code: 'custom', message: 'four_numbers_of_percent' });
  return z.NEVER;
}) as unknown as z.ZodType<Box | null>;

const peopleForm = defineForm(storiesStaffMessages, [
  line('name', requiredText(120), { label: 'person_name' }),
  line('email', requiredText(254), { label: 'person_email', hint: 'person_email_hint', type: 'email' }),
  line('guardian', text(120), { label: 'person_guardian', hint: 'person_guardian_hint' }),
  pick('locale', choice(LOCALES), {
    label: 'person_locale',
    options: (locale) =>
      LOCALES.map((value) => ({
        value,
        label: storiesStaffMessages.in(locale).plain(`desk_language_${keyOf(value)}`),
      })),
  }),
  tick('inText', { label: 'person_in_text' }),
  tick('inPicture', { label: 'person_in_picture' }),
  line('face', box, { label: 'person_face', hint: 'box_hint' }),
]);

/** Who else is in it: each is asked for themselves, a child through whoever answers for it. */
export const peopleRoutes: readonly Route[] = formRoutes({
  path: storiesPaths.deskPeople,
  access: ['coordinator'],
  audit: 'stories.consent.named',
  of: peopleForm,
  begin: async ({ db, params }) => ((await findStory(db, params.id)) ? { inText: true } : null),
  async show({ db, params, locale }, form) {
    const before = (await findPicture(db, params.id)) && <MeasuredPicture storyId={params.id} />;
    return formPage(
      { id: params.id, locale, title: 'person_add', lead: 'person_add_lead' },
      { of: peopleForm, form, action: storiesPaths.deskPeople(params), ...(before && { before }) },
    );
  },
  async save(call) {
    const { db, fields } = call;
    const email = fields.email.toLowerCase();
    if (!/^\S+@\S+\.\S+$/.test(email)) return refusedBy({ code: 'email_is_not_complete', field: 'email' });
    if (!fields.inText && !fields.inPicture)
      return refusedBy({ code: 'in_text_or_picture', field: 'inText' });
    const isChild = fields.guardian !== '';
    // A child is asked through whoever answers for it, who may have an account of their own.
    const person = isChild ? null : await findByEmail(db, email);
    const named = {
      ...{ personId: person?.id ?? null, email: person ? null : email },
      ...{ name: fields.name, guardian: fields.guardian || null, locale: person?.locale ?? fields.locale },
      ...{ inText: fields.inText, inPicture: fields.inPicture, face: fields.inPicture ? fields.face : null },
    };
    return answerDone(call, await nameInStory(db, { ...onStory(call), named }), 'person_was_added');
  },
});
