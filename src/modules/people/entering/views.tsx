import type { VNode } from 'preact';
import { listTowns } from '../../../japanese/places.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Checkbox,
  Form,
  FormErrors,
  PageHead,
  PersonName,
  Radios,
  Select,
  TextField,
} from '../../../ui/index.ts';
import { peopleMessages, peopleStaffMessages } from '../messages.ts';
import { callName } from '../naming.tsx';
import { useMunicipalityChoices } from '../place/views.tsx';
import { mailLanguages } from '../profile/views.tsx';
import type { Person } from '../types.ts';

/** Who has called: what a coordinator needs to call back and to speak with them. */
export function EnteringPage({ form }: { form: FormState }): VNode {
  const words = useWords(peopleStaffMessages);
  const own = useWords(peopleMessages);
  const municipality = form.value('place.municipality');
  return (
    <>
      <PageHead
        title={words('entering_title')}
        lead={words('entering_lead')}
        back={{ href: '/people', label: words('back_to_directory') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action="/people/new" idempotencyKey={form.value('idempotency_key') || undefined}>
        <TextField
          {...form.field('name')}
          label={own('name')}
          hint={words('entering_name_hint')}
          autocomplete="off"
        />
        <TextField
          {...form.field('phone')}
          label={own('phone')}
          type="tel"
          autocomplete="off"
          width="medium"
        />
        <Radios {...form.field('mail_language')} label={words('entering_language')} choices={mailLanguages} />
        <Select
          {...form.field('place.municipality')}
          label={words('entering_municipality')}
          options={useMunicipalityChoices()}
          width="medium"
          optional
        />
        <TextField
          {...form.field('place.town')}
          label={words('entering_town')}
          suggestions={listTowns(municipality).map(({ name }) => ({ value: name, label: name }))}
          optional
        />
        <Checkbox
          {...form.field('agreed')}
          label={words('entering_agreed')}
          checked={form.value('agreed') !== ''}
        />
        <Actions>
          <Button kind="main">{words('entering_go')}</Button>
        </Actions>
      </Form>
    </>
  );
}

/** An address for somebody who had none. */
export function AddressPage({ person, form }: { person: Person; form: FormState }): VNode {
  const words = useWords(peopleStaffMessages);
  const own = useWords(peopleMessages);
  return (
    <>
      <PageHead
        title={words('address_for', { name: <PersonName>{callName(person, useLocale())}</PersonName> })}
        lead={words('address_lead')}
        back={{ href: `/people/${person.id}`, label: words('address_back') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form
        action={`/people/${person.id}/address`}
        idempotencyKey={form.value('idempotency_key') || undefined}
      >
        <TextField {...form.field('email')} label={own('email')} type="email" autocomplete="off" />
        <Checkbox
          {...form.field('agreed')}
          label={words('address_agreed')}
          checked={form.value('agreed') !== ''}
        />
        <Actions>
          <Button kind="main">{words('address_go')}</Button>
        </Actions>
      </Form>
    </>
  );
}
