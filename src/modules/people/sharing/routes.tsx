import { defineForm, FilledIn, formRoutes, someOf } from '../../../kits/forms/index.ts';
import { choices } from '../../../platform/web/form-fields.ts';
import type { Route } from '../../../platform/web/route.ts';
import { Heading } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { kept, ownPage } from '../persons/own-page.tsx';
import { findPortraitAddress } from '../portrait/address.ts';
import { SHARED_FIELDS } from '../types.ts';
import { findSharedProfile, listSharedFields, replaceSharedFields } from './store.ts';
import { SharedProfileCard } from './views.tsx';

const sharingForm = defineForm(peopleMessages, [
  someOf('shared', choices(SHARED_FIELDS), {
    label: 'sharing_label',
    hint: 'sharing_hint',
    areSentences: true,
    choices: (locale) =>
      SHARED_FIELDS.map((value) => ({ value, label: peopleMessages.in(locale)(`shared_${value}`) })),
  }),
]);

/** What somebody shows of themselves once a visit is agreed, and what that looks like for the other. */
export const sharingRoutes: readonly Route[] = formRoutes({
  path: peoplePaths.sharing,
  access: 'person',
  audit: null,
  of: sharingForm,
  async begin(call) {
    const { id } = await findOwnPerson(call);
    return { shared: [...(await listSharedFields(call.db, id))] };
  },
  async show(call, form) {
    const words = peopleMessages.in(call.locale);
    const { id } = await findOwnPerson(call);
    const profile = await findSharedProfile(call.db, id, call.locale);
    if (!profile) throw new Error('a person who is signed in has no profile');
    const portrait = await findPortraitAddress(call.db, id, { readerId: id, now: call.now });
    const reader = call.actor.roles.has('volunteer') ? 'resident' : 'volunteer';
    return ownPage(
      call,
      'sharing',
      <>
        <FilledIn of={sharingForm} form={form} action={peoplePaths.sharing()} button={words('keep')} />
        <Heading level={2}>{words(`preview_for_${reader}`)}</Heading>
        <SharedProfileCard profile={profile} portrait={portrait} />
      </>,
    );
  },
  async save(call) {
    const { id } = await findOwnPerson(call);
    await replaceSharedFields(call.db, id, call.fields.shared);
    return kept(call, peoplePaths.sharing());
  },
});
