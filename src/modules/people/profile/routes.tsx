import { z } from 'zod';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { choice, text } from '../../../platform/web/form-fields.ts';
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
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { optionalName, optionalNumber, optionalText, requiredName } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { findOwnPerson } from '../persons/own.ts';
import { CHANNELS, GENDERS, type OtherChannel, type Person } from '../types.ts';
import { changeProfile } from './commands.ts';
import { findChannels } from './store.ts';
import { ProfilePage } from './views.tsx';

const ProfileForm = z.object({
  name: requiredName(200, 'say_your_name'),
  preferred_name: optionalName(200),
  kana: optionalName(200),
  romaji: optionalName(200),
  mail_language: choice(LOCALES),
  gender: choice(GENDERS),
  birth_year: optionalNumber,
  phone: optionalText(40),
  line: optionalText(100),
  wechat: optionalText(100),
  whatsapp: optionalText(100),
  preferred_channel: choice(CHANNELS),
  about: text(2000),
});

export const profileRoutes: readonly Route[] = [
  get({
    path: '/me/profile',
    access: 'person',
    audit: null,
    async handle(call) {
      const person = await findOwnPerson(call);
      return profilePage(call, valuesOf(person, await findChannels(call.db, person.id)));
    },
  }),
  post({
    path: '/me/profile',
    access: 'person',
    audit: null,
    form: ProfileForm,
    async handle(call) {
      const { name, preferred_name, kana, romaji } = call.fields;
      const borrowed = await refuseBorrowedNames(call.db, { name, preferred_name, kana, romaji });
      if (borrowed.length > 0) return refusedBy(...borrowed);
      const person = await findOwnPerson(call);
      const outcome = await changeProfile(call.db, person, {
        profile: profileOf(call.fields),
        now: call.now,
      });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      return redirect('/me/profile', { tone: 'done', text: peopleMessages.in(call.locale).noted('kept') });
    },
    again: (call, form) => profilePage(call, form),
  }),
];

async function profilePage(call: Pick<Call, 'db' | 'actor' | 'locale'>, form: FormState): Promise<Reply> {
  const person = await findOwnPerson(call);
  const title = peopleMessages.in(call.locale).plain('profile_title');
  return page(title, <ProfilePage form={form} email={person.email ?? ''} />);
}

function profileOf(fields: z.output<typeof ProfileForm>) {
  return {
    name: fields.name,
    preferredName: fields.preferred_name,
    kana: fields.kana,
    romaji: fields.romaji,
    locale: fields.mail_language,
    gender: fields.gender,
    birthYear: fields.birth_year,
    phone: fields.phone,
    about: fields.about,
    preferredChannel: fields.preferred_channel,
    channels: { line: fields.line, wechat: fields.wechat, whatsapp: fields.whatsapp },
  };
}

function valuesOf(person: Person, channels: Partial<Record<OtherChannel, string>>): FormState {
  return FormState.fresh({
    name: person.name,
    preferred_name: person.preferredName ?? '',
    kana: person.kana ?? '',
    romaji: person.romaji ?? '',
    mail_language: person.locale,
    gender: person.gender,
    birth_year: person.birthYear?.toString() ?? '',
    phone: person.phone ?? '',
    preferred_channel: person.preferredChannel,
    about: person.about,
    ...channels,
  });
}
