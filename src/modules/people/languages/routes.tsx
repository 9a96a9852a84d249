import { z } from 'zod';
import { checkbox, choice } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../../platform/web/route.ts';
import { peopleMessages } from '../messages.ts';
import { findOwnPerson } from '../persons/own.ts';
import { JAPANESE_LEVELS, type LanguageSkill, type Person, TASKS } from '../types.ts';
import { changeJapanese, changeLanguages } from './commands.ts';
import { LANGUAGES } from './known.ts';
import { readSkills, writeSkills } from './rules.ts';
import { listLanguages } from './store.ts';
import { JapanesePage, LanguagesPage } from './views.tsx';

const JapaneseForm = z.looseObject({
  japanese_speaking: choice(JAPANESE_LEVELS, 'choose_the_sentence_that_fits'),
  eases_japanese: checkbox,
});

export const languageRoutes: readonly Route[] = [
  get({
    path: '/me/languages',
    access: 'person',
    audit: null,
    async handle(visit) {
      const { id } = await findOwnPerson(visit);
      return languagesPage(visit, formOf(await listLanguages(visit.db, id)));
    },
  }),
  post({
    path: '/me/languages',
    access: 'person',
    audit: null,
    form: z.looseObject({}),
    async handle(visit) {
      const skills = readSkills(visit.fields);
      if (!skills.ok) return refusedBy(skills.refusal);
      const { id } = await findOwnPerson(visit);
      await changeLanguages(visit.db, id, skills.value);
      return kept(visit, '/me/languages');
    },
    again: (visit, form) => languagesPage(visit, form),
  }),
  get({
    path: '/me/japanese',
    access: 'person',
    audit: null,
    async handle(visit) {
      const person = await findOwnPerson(visit);
      return japanesePage(visit, formOf(await listLanguages(visit.db, person.id), person));
    },
  }),
  post({
    path: '/me/japanese',
    access: 'person',
    audit: null,
    form: JapaneseForm,
    async handle(visit) {
      const skills = readSkills(visit.fields);
      if (!skills.ok) return refusedBy(skills.refusal);
      const { japanese_speaking: speaking, eases_japanese } = visit.fields;
      const person = await findOwnPerson(visit);
      const easesJapanese = visit.actor.roles.has('volunteer') ? eases_japanese : person.easesJapanese;
      await changeJapanese(visit.db, person, { speaking, easesJapanese, skills: skills.value });
      return kept(visit, '/me/japanese');
    },
    again: (visit, form) => japanesePage(visit, form),
  }),
];

type PageVisit = Pick<Visit, 'locale' | 'actor'>;

function kept(visit: PageVisit, path: string): Reply {
  return redirect(path, { tone: 'done', text: peopleMessages.in(visit.locale).noted('kept') });
}

function languagesPage(visit: PageVisit, form: FormState): Reply {
  return page(peopleMessages.in(visit.locale).plain('languages_title'), <LanguagesPage form={form} />);
}

function japanesePage(visit: PageVisit, form: FormState): Reply {
  const title = peopleMessages.in(visit.locale).plain('japanese_title');
  return page(title, <JapanesePage form={form} isVolunteer={visit.actor.roles.has('volunteer')} />);
}

/** A form that begins with what somebody has said before. */
function formOf(skills: readonly LanguageSkill[], person?: Person): FormState {
  const words = writeSkills(skills);
  const answers = LANGUAGES.flatMap((code) =>
    TASKS.map((task) => [`languages.${code}.${task}`, words[code]?.[task]] as const),
  );
  return FormState.fresh({
    ...Object.fromEntries(answers),
    japanese_speaking: person?.japaneseSpeaking,
    eases_japanese: person?.easesJapanese ? 'on' : undefined,
  });
}
