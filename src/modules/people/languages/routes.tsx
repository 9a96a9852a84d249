import { z } from 'zod';
import { checkbox, choice } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { JAPANESE_LEVELS, type LanguageSkill, type Person, TASKS } from '../types.ts';
import { changeJapanese, changeLanguages } from './commands.ts';
import { LANGUAGES } from './known.ts';
import { readSkills, writeSkills } from './rules.ts';
import { listLanguages } from './store.ts';
import { JapanesePage, LanguagesPage } from './views.tsx';

const JapaneseForm = z.looseObject({
  japaneseSpeaking: choice(JAPANESE_LEVELS, 'choose_the_sentence_that_fits'),
  easesJapanese: checkbox,
});

export const languageRoutes: readonly Route[] = [
  get({
    path: peoplePaths.languages,
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      return languagesPage(call, formOf(await listLanguages(call.db, id)));
    },
  }),
  post({
    path: peoplePaths.languages,
    access: 'person',
    audit: null,
    form: z.looseObject({}),
    async handle(call) {
      const skills = readSkills(call.fields);
      if (!skills.ok) return refusedBy(skills.refusal);
      const { id } = await findOwnPerson(call);
      await changeLanguages(call.db, id, skills.value);
      return kept(call, peoplePaths.languages());
    },
    again: (call, form) => languagesPage(call, form),
  }),
  get({
    path: peoplePaths.japanese,
    access: 'person',
    audit: null,
    async handle(call) {
      const person = await findOwnPerson(call);
      return japanesePage(call, formOf(await listLanguages(call.db, person.id), person));
    },
  }),
  post({
    path: peoplePaths.japanese,
    access: 'person',
    audit: null,
    form: JapaneseForm,
    async handle(call) {
      const skills = readSkills(call.fields);
      if (!skills.ok) return refusedBy(skills.refusal);
      const { japaneseSpeaking: speaking } = call.fields;
      const person = await findOwnPerson(call);
      const easesJapanese = call.actor.roles.has('volunteer')
        ? call.fields.easesJapanese
        : person.easesJapanese;
      await changeJapanese(call.db, person, { speaking, easesJapanese, skills: skills.value });
      return kept(call, peoplePaths.japanese());
    },
    again: (call, form) => japanesePage(call, form),
  }),
];

type PageCall = Pick<Call, 'locale' | 'actor'>;

function kept(call: PageCall, path: string): Reply {
  return redirect(path, { tone: 'done', text: peopleMessages.in(call.locale).noted('kept') });
}

function languagesPage(call: PageCall, form: FormState): Reply {
  return page(peopleMessages.in(call.locale).plain('languages_title'), <LanguagesPage form={form} />);
}

function japanesePage(call: PageCall, form: FormState): Reply {
  const title = peopleMessages.in(call.locale).plain('japanese_title');
  return page(title, <JapanesePage form={form} isVolunteer={call.actor.roles.has('volunteer')} />);
}

/** A form that begins with what somebody has said before. */
function formOf(skills: readonly LanguageSkill[], person?: Person): FormState {
  const words = writeSkills(skills);
  const answers = LANGUAGES.flatMap((code) =>
    TASKS.map((task) => [`languages.${code}.${task}`, words[code]?.[task]] as const),
  );
  return FormState.fresh({
    ...Object.fromEntries(answers),
    japaneseSpeaking: person?.japaneseSpeaking,
    easesJapanese: person?.easesJapanese ? 'on' : undefined,
  });
}
