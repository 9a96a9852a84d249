import { FilledIn, formRoutes } from '../../../kits/forms/index.ts';
import type { Route } from '../../../platform/web/route.ts';
import { Button } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { kept, ownPage } from '../persons/own-page.tsx';
import { changeJapanese, changeLanguages } from './commands.ts';
import { japaneseForm, languagesForm } from './form.tsx';
import { listLanguages } from './store.ts';

/** What somebody can do in languages; Japanese, in sentences, has a page of its own. */
export const languageRoutes: readonly Route[] = [
  ...formRoutes({
    path: peoplePaths.languages,
    access: 'person',
    audit: null,
    of: languagesForm,
    async begin(call) {
      const { id } = await findOwnPerson(call);
      return { languages: await listLanguages(call.db, id) };
    },
    show(call, form) {
      const words = peopleMessages.in(call.locale);
      const japanese = <Button href={peoplePaths.japanese()}>{words('japanese_title')}</Button>;
      const action = peoplePaths.languages();
      return ownPage(
        call,
        'languages',
        <FilledIn of={languagesForm} form={form} action={action} button={words('keep')} more={japanese} />,
      );
    },
    async save(call) {
      const { id } = await findOwnPerson(call);
      await changeLanguages(call.db, id, call.fields.languages);
      return kept(call, peoplePaths.languages());
    },
  }),
  ...formRoutes({
    path: peoplePaths.japanese,
    access: 'person',
    audit: null,
    of: japaneseForm,
    async begin(call) {
      const person = await findOwnPerson(call);
      return { ...person, languages: await listLanguages(call.db, person.id) };
    },
    show(call, form) {
      const button = peopleMessages.in(call.locale)('keep');
      const without = call.actor.roles.has('volunteer') ? [] : ['easesJapanese'];
      return ownPage(
        call,
        'japanese',
        <FilledIn
          of={japaneseForm}
          form={form}
          action={peoplePaths.japanese()}
          button={button}
          without={without}
        />,
      );
    },
    async save(call) {
      const { japaneseSpeaking: speaking, languages: skills } = call.fields;
      const person = await findOwnPerson(call);
      const easesJapanese = call.actor.roles.has('volunteer')
        ? call.fields.easesJapanese
        : person.easesJapanese;
      await changeJapanese(call.db, person, { speaking, easesJapanese, skills });
      return kept(call, peoplePaths.japanese());
    },
  }),
];
