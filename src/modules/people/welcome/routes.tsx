import { z } from 'zod';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { choice, requiredText } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  type Visit,
} from '../../../platform/web/route.ts';
import { peopleMessages } from '../messages.ts';
import { findOwnPerson } from '../persons/own.ts';
import { WISHES, welcomePerson } from './commands.ts';
import { WelcomePage } from './views.tsx';

const Welcome = z.object({
  name: requiredText(200, 'say_your_name'),
  mail_language: choice(LOCALES),
  wish: choice(WISHES, 'choose_what_you_want'),
});

export const welcomeRoutes: readonly Route[] = [
  get({
    path: '/welcome',
    access: 'person',
    audit: null,
    async handle(visit) {
      const person = await findOwnPerson(visit);
      if (person.welcomedAt) return redirect('/me');
      return welcomePage(visit, FormState.fresh({ name: person.name, mail_language: visit.locale }));
    },
  }),
  post({
    path: '/welcome',
    access: 'person',
    audit: null,
    form: Welcome,
    async handle(visit) {
      const { name, mail_language: locale, wish } = visit.fields;
      await welcomePerson(visit.db, visit.actor, { name, locale, wish, now: visit.now });
      const say = peopleMessages.in(visit.locale);
      // Helping begins with an application, which the next module asks for.
      return redirect(wish === 'help' ? '/volunteering/application' : '/me', {
        tone: 'done',
        text: say.plain('welcomed', { name }),
      });
    },
    again: (visit, form) => welcomePage(visit, form),
  }),
];

function welcomePage(visit: Pick<Visit, 'locale'>, form: FormState): Reply {
  return page(peopleMessages.in(visit.locale).plain('welcome_title'), <WelcomePage form={form} />);
}
