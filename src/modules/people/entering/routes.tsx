import { FilledIn, formRoutes } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import {
  type Call,
  missing,
  page,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { PageHead, PersonName } from '../../../ui/index.ts';
import { refuseBorrowedNames } from '../borrowed-names.ts';
import { peopleStaffMessages } from '../messages.ts';
import { callName } from '../naming.tsx';
import { peoplePaths } from '../paths.ts';
import { findPerson } from '../persons/store.ts';
import { enterPerson, giveAddress } from './commands.ts';
import { addressForm, callerForm } from './form.tsx';

/** Coordinators write down who has called and has no e-mail address, and give them one later. */
export const enteringRoutes: readonly Route[] = [
  ...formRoutes({
    path: peoplePaths.peopleNew,
    access: ['coordinator'],
    audit: 'people.person.entered',
    of: callerForm,
    begin: () => ({ locale: 'ja-easy' as const }),
    show({ locale }, form) {
      const words = peopleStaffMessages.in(locale);
      return page(
        words.plain('entering_title'),
        <>
          <PageHead
            title={words('entering_title')}
            lead={words('entering_lead')}
            back={{ href: peoplePaths.people(), label: words('back_to_directory') }}
          />
          <FilledIn
            of={callerForm}
            form={form}
            action={peoplePaths.peopleNew()}
            button={words('entering_go')}
          />
        </>,
      );
    },
    async save(call) {
      const { name, phone, locale } = call.fields;
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
  }),
  ...formRoutes({
    path: peoplePaths.personAddress,
    access: ['coordinator'],
    audit: 'people.address.given',
    of: addressForm,
    looking: 'people.profile.viewed',
    begin: () => ({}),
    async show({ db, locale, params }, form) {
      const person = await findPerson(db, params.id);
      if (!person || person.isChild || person.email) return missing();
      const words = peopleStaffMessages.in(locale);
      const action = peoplePaths.personAddress({ id: person.id });
      return page(
        words.plain('address_title'),
        <>
          <PageHead
            title={words('address_for', { name: <PersonName>{callName(person, locale)}</PersonName> })}
            lead={words('address_lead')}
            back={{ href: housePaths.person({ id: person.id }), label: words('address_back') }}
          />
          <FilledIn of={addressForm} form={form} action={action} button={words('address_go')} />
        </>,
      );
    },
    async save(call) {
      const { id } = call.params;
      const outcome = await giveAddress(call.db, id, { email: call.fields.email, now: call.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(id));
      return done(call, id, 'address_done');
    },
    about: ({ params }) => about(params.id),
  }),
];

const about = (id: string) => ({ subjectIds: [id], object: { kind: 'people.person', id } });

function done({ locale }: Pick<Call, 'locale'>, id: string, key: 'entering_done' | 'address_done'): Reply {
  return redirect(housePaths.person({ id }), {
    tone: 'done',
    text: peopleStaffMessages.in(locale).noted(key),
  });
}
