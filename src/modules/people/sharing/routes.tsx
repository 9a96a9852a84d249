import { z } from 'zod';
import { choices } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, page, post, type Reply, type Route, redirect } from '../../../platform/web/route.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { SHARED_FIELDS } from '../types.ts';
import { findSharedProfile, listSharedFields, replaceSharedFields } from './store.ts';
import { SharingPage } from './views.tsx';

export const sharingRoutes: readonly Route[] = [
  get({
    path: peoplePaths.sharing,
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      return sharingPage(call, FormState.fresh({ shared: [...(await listSharedFields(call.db, id))] }));
    },
  }),
  post({
    path: peoplePaths.sharing,
    access: 'person',
    audit: null,
    form: z.object({ shared: choices(SHARED_FIELDS) }),
    async handle(call) {
      const { id } = await findOwnPerson(call);
      await replaceSharedFields(call.db, id, call.fields.shared);
      return redirect(peoplePaths.sharing(), {
        tone: 'done',
        text: peopleMessages.in(call.locale).noted('kept'),
      });
    },
    again: (call, form) => sharingPage(call, form),
  }),
];

async function sharingPage(call: Pick<Call, 'db' | 'actor' | 'locale'>, form: FormState): Promise<Reply> {
  const { id } = await findOwnPerson(call);
  const profile = await findSharedProfile(call.db, id, call.locale);
  if (!profile) throw new Error('a person who is signed in has no profile');
  const title = peopleMessages.in(call.locale).plain('sharing_title');
  return page(
    title,
    <SharingPage form={form} profile={profile} isVolunteer={call.actor.roles.has('volunteer')} />,
  );
}
