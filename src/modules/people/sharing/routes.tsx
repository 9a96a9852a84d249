import { z } from 'zod';
import { choices } from '../../../platform/web/form-fields.ts';
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
import { SHARED_FIELDS } from '../types.ts';
import { findSharedProfile, listSharedFields, replaceSharedFields } from './store.ts';
import { SharingPage } from './views.tsx';

export const sharingRoutes: readonly Route[] = [
  get({
    path: '/me/sharing',
    access: 'person',
    audit: null,
    async handle(visit) {
      const { id } = await findOwnPerson(visit);
      return sharingPage(visit, FormState.fresh({ shared: [...(await listSharedFields(visit.db, id))] }));
    },
  }),
  post({
    path: '/me/sharing',
    access: 'person',
    audit: null,
    form: z.object({ shared: choices(SHARED_FIELDS) }),
    async handle(visit) {
      const { id } = await findOwnPerson(visit);
      await replaceSharedFields(visit.db, id, visit.fields.shared);
      return redirect('/me/sharing', { tone: 'done', text: peopleMessages.in(visit.locale).noted('kept') });
    },
    again: (visit, form) => sharingPage(visit, form),
  }),
];

async function sharingPage(visit: Pick<Visit, 'db' | 'actor' | 'locale'>, form: FormState): Promise<Reply> {
  const { id } = await findOwnPerson(visit);
  const profile = await findSharedProfile(visit.db, id, visit.locale);
  if (!profile) throw new Error('a person who is signed in has no profile');
  const title = peopleMessages.in(visit.locale).plain('sharing_title');
  return page(
    title,
    <SharingPage form={form} profile={profile} isVolunteer={visit.actor.roles.has('volunteer')} />,
  );
}
