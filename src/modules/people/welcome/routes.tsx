import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { findKeptForm, type KeptForm } from '../../../platform/web/kept-form.ts';
import { backPath, START_PATH } from '../../../platform/web/passage/back-path.ts';
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
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { peopleMessages } from '../messages.ts';
import { findOwnPerson } from '../persons/own.ts';
import { welcomePerson, wishOnTheWayTo } from './commands.ts';
import { WelcomePage, welcomeForm } from './views.tsx';

export const welcomeRoutes: readonly Route[] = [
  get({
    path: housePaths.welcome,
    access: 'person',
    audit: null,
    query: z.object({ back: z.string().optional().transform(backPath) }),
    async handle(call) {
      const person = await findOwnPerson(call);
      const { back } = call.fields;
      if (person.welcomedAt) return redirect(back === START_PATH ? housePaths.me() : back);
      return welcomePage(call, welcomeForm.begin({ name: person.name, locale: call.locale, back }));
    },
  }),
  post({
    path: housePaths.welcome,
    access: 'person',
    audit: null,
    form: welcomeForm.schema,
    async handle(call) {
      const { name, phone, locale, wish, back } = call.fields;
      const borrowed = await refuseBorrowedNames(call.db, { name });
      if (borrowed.length > 0) return refusedBy(...borrowed);
      const answer = { name, phone, locale, wish, now: call.now };
      const outcome = await welcomePerson(call.db, call.actor, answer);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const say = peopleMessages.in(call.locale);
      // Whoever was on the way somewhere goes on; helping begins with an application, which the next module asks for.
      const ahead = wish === 'help' ? housePaths.volunteeringApplication() : housePaths.me();
      return redirect(back === START_PATH ? ahead : back, {
        tone: 'done',
        text: say.noted('welcomed', { name }),
      });
    },
    again: (call, form) => welcomePage(call, form),
  }),
];

type AtWelcome = Pick<Call, 'db' | 'actor' | 'headers' | 'locale' | 'now'>;

async function welcomePage(call: AtWelcome, form: FormState): Promise<Reply> {
  const back = form.value('back');
  const kept = await findKept(call, back);
  const title = peopleMessages.in(call.locale).plain('welcome_title');
  return page(
    title,
    <WelcomePage form={form} isFormKept={kept !== null} wish={wishOnTheWayTo(kept?.path ?? back)} />,
  );
}

/** The form that somebody had filled in before they signed in, and goes back to. */
async function findKept({ db, actor, headers, now }: AtWelcome, back: string): Promise<KeptForm | null> {
  const [, token] = /^\/kept-forms\/([^/?]+)$/.exec(back) ?? [];
  if (!token) return null;
  const kept = await findKeptForm(db, { token, personId: actor.personId, headers, now });
  return kept === 'somebody_elses' ? null : kept;
}
