import { z } from 'zod';
import { readTyped } from '../../../japanese/typed.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { isMailAddress } from '../../../platform/mail/address.ts';
import { checkbox, choice, requiredText, text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
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
    handle: async (visit) => enteringPage(visit, FormState.fresh({ mail_language: 'ja-easy' })),
  }),
  post({
    path: '/people/new',
    access: ['coordinator'],
    audit: 'people.person.entered',
    form: Entering,
    async handle(visit) {
      const { name, phone, mail_language: locale, agreed } = visit.fields;
      if (!agreed) return refusedBy({ code: 'say_that_they_agreed', field: 'agreed' });
      const borrowed = await refuseBorrowedNames(visit.db, { name });
      if (borrowed.length > 0) return refusedBy(...borrowed);
      const [municipality, town] = [visit.fields['place.municipality'], visit.fields['place.town']];
      const place = municipality === '' && town === '' ? null : { postcode: '', municipality, town };
      const outcome = await enterPerson(visit.db, { name, phone, locale, place }, visit.now);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const { id } = outcome.value;
      await visit.audit({
        subjectIds: [id],
        object: { kind: 'people.person', id },
        detail: { agreed: 'by telephone' },
      });
      return done(visit, id, 'entering_done');
    },
    again: async (visit, form) => enteringPage(visit, form),
  }),
  get({
    path: '/people/:id/address',
    access: ['coordinator'],
    audit: 'people.profile.viewed',
    async handle(visit) {
      const reply = await addressPage(visit, FormState.fresh());
      const { id } = visit.params;
      if (reply.kind === 'page')
        await visit.audit({ subjectIds: [id], object: { kind: 'people.person', id } });
      return reply;
    },
  }),
  post({
    path: '/people/:id/address',
    access: ['coordinator'],
    audit: 'people.address.given',
    form: Address,
    async handle(visit) {
      const { id } = visit.params;
      const { email, agreed } = visit.fields;
      if (!agreed) return refusedBy({ code: 'say_that_they_agreed', field: 'agreed' });
      const outcome = await giveAddress(visit.db, id, { email, now: visit.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await visit.audit({ subjectIds: [id], object: { kind: 'people.person', id } });
      return done(visit, id, 'address_done');
    },
    again: (visit, form) => addressPage(visit, form),
  }),
];

function done({ locale }: Pick<Visit, 'locale'>, id: string, key: 'entering_done' | 'address_done'): Reply {
  return redirect(`/people/${id}`, { tone: 'done', text: peopleStaffMessages.in(locale).noted(key) });
}

function enteringPage({ locale }: Pick<Visit, 'locale'>, form: FormState): Reply {
  return page(peopleStaffMessages.in(locale).plain('entering_title'), <EnteringPage form={form} />);
}

async function addressPage(
  visit: Pick<Visit<{ readonly id: string }>, 'db' | 'locale' | 'params'>,
  form: FormState,
): Promise<Reply> {
  const person = await findPerson(visit.db, visit.params.id);
  if (!person || person.isChild || person.email) return missing();
  const title = peopleStaffMessages.in(visit.locale).plain('address_title');
  return page(title, <AddressPage person={person} form={form} />);
}
