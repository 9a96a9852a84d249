import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Confirmation,
  FormErrors,
  Heading,
  PageHead,
  Prose,
  Radios,
  TextField,
} from '../../../ui/index.ts';
import { peopleStaffMessages } from '../messages.ts';
import { callName } from '../naming.tsx';
import { GRACE_DAYS } from './commands.ts';
import { StaysList } from './kept-views.tsx';
import { IDENTITY_CHECKS } from './store.ts';
import type { LeavingProps } from './views.tsx';

/** Staff's page for somebody who asks by phone or letter to be erased. */
export function StaffLeavingPage(props: LeavingProps): VNode {
  const words = useWords(peopleStaffMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { person, leaving } = props;
  const path = housePaths.person({ id: person.id });
  if (leaving)
    return (
      <>
        <PageHead
          title={words('leaving_title', { name: callName(person, locale) })}
          lead={words('leaving_due', { day: formats.day(leaving.dueAt) })}
          back={{ href: path, label: callName(person, locale) }}
        />
        <FormErrors refusals={props.form.refusals} />
        <Stays {...props} />
        <ActionForm action={`${path}/leaving/withdrawal`} kind="main">
          {words('leaving_take_back')}
        </ActionForm>
      </>
    );
  return <Asking {...props} />;
}

function Asking(props: LeavingProps): VNode {
  const words = useWords(peopleStaffMessages);
  const locale = useLocale();
  const { person, form } = props;
  const path = housePaths.person({ id: person.id });
  const checks = IDENTITY_CHECKS.map((value) => ({ value, label: words(`leaving_identity_${value}`) }));
  const fields = (
    <>
      <Radios {...form.field('identityCheck')} label={words('leaving_identity')} choices={checks} />
      <TextField
        {...form.field('confirmation')}
        label={words('leaving_type', { text: person.email ?? person.name })}
        autocomplete="off"
      />
    </>
  );
  return (
    <>
      <FormErrors refusals={form.refusals} />
      <Confirmation
        action={`${path}/leaving`}
        idempotencyKey={form.value('idempotency_key') || undefined}
        title={words('leaving_title', { name: callName(person, locale) })}
        fields={fields}
        yes={words('leaving_yes')}
        no={{ href: path, label: words('leaving_no') }}
        danger
      >
        <p>{words('leaving_lead')}</p>
        <p>{words('leaving_what', { days: GRACE_DAYS })}</p>
        <Stays {...props} />
      </Confirmation>
    </>
  );
}

function Stays(props: LeavingProps): VNode {
  const words = useWords(peopleStaffMessages);
  return (
    <Prose>
      <Heading level={2}>{words('leaving_stays_title')}</Heading>
      <StaysList stays={props.stays} />
    </Prose>
  );
}
