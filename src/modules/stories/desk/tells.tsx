import { z } from 'zod';
import { defineForm, formRoutes, line, pick, tick } from '../../../kits/forms/index.ts';
import { choice } from '../../../platform/web/form-fields.ts';
import type { Route } from '../../../platform/web/route.ts';
import { LANGUAGES, listMunicipalityChoices, plainLanguageName } from '../../people/index.ts';
import { storiesPaths } from '../paths.ts';
import { listConsents, setTellerInPicture } from '../store/consents.ts';
import { findStory } from '../store/stories.ts';
import { setTells } from '../story/commands.ts';
import { CHILD_AGES } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';
import { answerDone, formPage, onStory } from './form-page.tsx';
import { box } from './people.tsx';

const orNone = <Value,>(schema: z.ZodType<Value>) =>
  z.preprocess(
    (typed) => (typed === '' || typed === undefined ? null : typed),
    z.union([z.null(), schema]),
  ) as unknown as z.ZodType<Value | null>;
const codes = listMunicipalityChoices('ja').map(({ value }) => value) as [string, ...string[]];

const tellsForm = defineForm(storiesStaffMessages, [
  pick('ward', orNone(choice(codes)), { label: 'tells_ward', options: listMunicipalityChoices }),
  pick('language', orNone(choice(LANGUAGES as unknown as [string, ...string[]])), {
    label: 'tells_language',
    options: (locale) => LANGUAGES.map((value) => ({ value, label: plainLanguageName(value, locale) })),
  }),
  pick('childAge', orNone(choice(CHILD_AGES)), {
    label: 'tells_child_age',
    options: (locale) =>
      CHILD_AGES.map((value) => ({
        value,
        label: storiesStaffMessages.in(locale).plain(`child_age_${value}`),
      })),
  }),
  tick('job', { label: 'tells_job' }),
  tick('isGuarded', { label: 'invite_guarded' }),
  tick('inPicture', { label: 'teller_in_picture' }),
  line('face', box, { label: 'person_face', hint: 'box_hint' }),
]);

/** What readers could tell of whom it is about: judged against our own population before it is shown. */
export const tellsRoutes: readonly Route[] = formRoutes({
  path: storiesPaths.deskTells,
  access: ['coordinator'],
  audit: 'stories.story.described',
  of: tellsForm,
  async begin({ db, params }) {
    const story = await findStory(db, params.id);
    if (!story) return null;
    const own = (await listConsents(db, [story.id])).find(({ personId }) => personId === story.tellerId);
    const { tells, isGuarded } = story;
    return { ...tells, isGuarded, inPicture: own?.inPicture ?? false, face: own?.face ?? null };
  },
  show: ({ params, locale }, form) =>
    formPage(
      { id: params.id, locale, title: 'tells_title', lead: 'tells_lead' },
      { of: tellsForm, form, action: storiesPaths.deskTells(params) },
    ),
  async save(call) {
    const { isGuarded, inPicture, face, ...tells } = call.fields;
    const done = await setTells(call.db, { ...onStory(call), tells, isGuarded });
    if (done.ok) await setTellerInPicture(call.db, done.value, { inPicture, face: inPicture ? face : null });
    return answerDone(call, done, 'story_was_described');
  },
});
