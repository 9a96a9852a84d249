import { FilledIn, formRoutes } from '../../../kits/forms/index.ts';
import { type Route, refusedBy } from '../../../platform/web/route.ts';
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { kept, ownPage } from '../persons/own-page.tsx';
import { changeProfile } from './commands.ts';
import { profileForm } from './form.tsx';
import { findChannels } from './store.ts';

/** What somebody says of themselves, as they change it. */
export const profileRoutes: readonly Route[] = formRoutes({
  path: peoplePaths.profile,
  access: 'person',
  audit: null,
  of: profileForm,
  async begin(call) {
    const person = await findOwnPerson(call);
    return { ...person, ...(await findChannels(call.db, person.id)) };
  },
  async show(call, form) {
    const { email } = await findOwnPerson(call);
    const words = peopleMessages.in(call.locale);
    return ownPage(
      call,
      'profile',
      <FilledIn
        of={profileForm}
        form={form}
        action={peoplePaths.profile()}
        before={{ locale: <p>{words('email_is', { email: email ?? '' })}</p> }}
        button={words('keep')}
      />,
    );
  },
  async save(call) {
    const { name, preferredName, kana, romaji } = call.fields;
    const borrowed = await refuseBorrowedNames(call.db, { name, preferredName, kana, romaji });
    if (borrowed.length > 0) return refusedBy(...borrowed);
    const { line, wechat, whatsapp, ...details } = call.fields;
    const profile = { ...details, channels: { line, wechat, whatsapp } };
    const person = await findOwnPerson(call);
    const outcome = await changeProfile(call.db, person, { profile, now: call.now });
    if (!outcome.ok) return refusedBy(outcome.refusal);
    return kept(call, peoplePaths.profile());
  },
});
