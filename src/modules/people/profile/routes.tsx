import { FilledIn, formRoutes } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { page, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { PageHead } from '../../../ui/index.ts';
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
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
    return page(
      words.plain('profile_title'),
      <>
        <PageHead
          title={words('profile_title')}
          lead={words('profile_lead')}
          back={{ href: housePaths.me(), label: words('back_to_my_page') }}
        />
        <FilledIn
          of={profileForm}
          form={form}
          action={peoplePaths.profile()}
          before={{ locale: <p>{words('email_is', { email: email ?? '' })}</p> }}
          button={words('keep')}
        />
      </>,
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
    return redirect(peoplePaths.profile(), {
      tone: 'done',
      text: peopleMessages.in(call.locale).noted('kept'),
    });
  },
});
