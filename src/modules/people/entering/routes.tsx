import { z } from 'zod';
import { readTyped } from '../../../japanese/typed.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { isMailAddress } from '../../../platform/mail/address.ts';
import { checkbox, choice, requiredText, text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { requiredName } from '../form-fields.ts';
import { peopleStaffMessages } from '../messages.ts';
import { findPerson } from '../persons/store.ts';
import { enterPerson, giveAddress } from './commands.ts';
import { AddressPage, EnteringPage } from './views.tsx';

const Entering = z.object({
  name: requiredName(200, 'fill_this_in'),
  phone: requiredText(40),
  mail_language: choice(LOCALES),
  'place.municipality': text(5),
  'place.town': text(100),
  agreed: checkbox,
});
const Address = z.object({
  email: text(254)
    .transform((typed) => readTyped(typed).toLowerCase())
    .refine(isMailAddress, { message: 'email_is_not_complete' }),
  agreed: checkbox,
});

/** Coordinators write down who has called and has no e-mail address, and give them one later. */
export const enteringRoutes: readonly Route[] = [
  get({
    path: '/people/new',
    access: ['coordinator'],
    audit: null,
    handle: async (call) => enteringPage(call, FormState.fresh({ mail_language: 'ja-easy' })),
  }),
  post({
    path: '/people/new',
    access: ['coordinator'],
    audit: 'people.person.entered',
    form: Entering,
    async handle(call) {
      const { name, phone, mail_language: locale, agreed } = call.fields;
      if (!agreed) return refusedBy({ code: 'say_that_they_agreed', field: 'agreed' });
      const borrowed = await refuseBorrowedNames(call.db, { name });
      if (borrowed.length > 0) return refusedBy(...borrowed);
      const [municipality, town] = [call.fields['place.municipality'], call.fields['place.town']];
      const place = municipality === '' && town === '' ? null : { postcode: '', municipality, town };
      const outcome = await enterPerson(call.db, { name, phone, locale, place }, call.now);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const { id } = outcome.value;
      await call.audit({
        subjectIds: [id],
        object: { kind: 'people.person', id },
        detail: { agreed: 'by telephone' },
      });
      return done(call, id, 'entering_done');
    },
    again: async (call, form) => enteringPage(call, form),
  }),
  get({
    path: '/people/:id/address',
    access: ['coordinator'],
    audit: 'people.profile.viewed',
    async handle(call) {
      const reply = await addressPage(call, FormState.fresh());
      const { id } = call.params;
      if (reply.kind === 'page')
        await call.audit({ subjectIds: [id], object: { kind: 'people.person', id } });
      return reply;
    },
  }),
  post({
    path: '/people/:id/address',
    access: ['coordinator'],
    audit: 'people.address.given',
    form: Address,
    async handle(call) {
      const { id } = call.params;
      const { email, agreed } = call.fields;
      if (!agreed) return refusedBy({ code: 'say_that_they_agreed', field: 'agreed' });
      const outcome = await giveAddress(call.db, id, { email, now: call.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({ subjectIds: [id], object: { kind: 'people.person', id } });
      return done(call, id, 'address_done');
    },
    again: (call, form) => addressPage(call, form),
  }),
];

function done({ locale }: Pick<Call, 'locale'>, id: string, key: 'entering_done' | 'address_done'): Reply {
  return redirect(`/people/${id}`, { tone: 'done', text: peopleStaffMessages.in(locale).noted(key) });
}

function enteringPage({ locale }: Pick<Call, 'locale'>, form: FormState): Reply {
  return page(peopleStaffMessages.in(locale).plain('entering_title'), <EnteringPage form={form} />);
}

async function addressPage(
  call: Pick<Call<{ readonly id: string }>, 'db' | 'locale' | 'params'>,
  form: FormState,
): Promise<Reply> {
  const person = await findPerson(call.db, call.params.id);
  if (!person || person.isChild || person.email) return missing();
  const title = peopleStaffMessages.in(call.locale).plain('address_title');
  return page(title, <AddressPage person={person} form={form} />);
}
