import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Form,
  FormErrors,
  Heading,
  PageHead,
  Select,
  StatusChip,
  SummaryList,
  TextField,
} from '../../../ui/index.ts';
import { peopleStaffMessages } from '../messages.ts';
import { callName } from '../rules.ts';
import type { HeldRole } from '../types.ts';
import { usePersonRows } from './person-rows.tsx';
import { GRANTED_ROLES } from './roles.ts';
import type { WholeRecord } from './whole-person.ts';

interface PersonProps {
  record: WholeRecord;
  form: FormState;
  today: Temporal.PlainDate;
  /** Whether the reader may grant and end roles. */
  mayGrant: boolean;
}

/** A person as staff see them: what they say of themselves, and their roles. */
export function PersonPage(props: PersonProps): VNode {
  const words = useWords(peopleStaffMessages);
  const { person } = props.record;
  return (
    <>
      <PageHead
        title={<span dir="auto">{callName(person) || words('no_name_yet')}</span>}
        back={{ href: '/people', label: words('back_to_directory') }}
        aside={person.accessEndedAt && <StatusChip tone="danger">{words('access_ended')}</StatusChip>}
      />
      <FormErrors refusals={props.form.refusals} />
      <PersonFacts record={props.record} today={props.today} />
      <Heading level={2}>{words('roles')}</Heading>
      <Roles {...props} />
      {props.mayGrant && <GrantForm {...props} />}
    </>
  );
}

/** What a person says of themselves, line by line; for every staff page about them. */
export function PersonFacts(props: { record: WholeRecord; today: Temporal.PlainDate }): VNode {
  return <SummaryList rows={usePersonRows(props.record, props.today)} />;
}

function Roles(props: PersonProps): VNode {
  const words = useWords(peopleStaffMessages);
  const { roles } = props.record;
  if (roles.length === 0) return <p>{words('no_roles')}</p>;
  return (
    <>
      {roles.map((held) => (
        <RoleCard {...props} held={held} />
      ))}
    </>
  );
}

function RoleCard(props: PersonProps & { held: HeldRole }): VNode {
  const words = useWords(peopleStaffMessages);
  const locale = useLocale();
  const formats = useFormats();
  const { held, today } = props;
  const isOver = held.untilOn !== null && Temporal.PlainDate.compare(held.untilOn, today) <= 0;
  const mayEnd = props.mayGrant && !isOver && GRANTED_ROLES.some((role) => role === held.role);
  const label = peopleStaffMessages.in(locale).plain(`role_${held.role}`);
  return (
    <Card
      title={label}
      actions={
        mayEnd && (
          <ActionForm
            action={`/people/${props.record.person.id}/roles/${held.id}/ending`}
            label={words.plain('role_end_which', { role: label })}
            confirm={words('role_end_text')}
            fields={
              <TextField
                name="end_reason"
                label={words('reason')}
                hint={words('reason_hint')}
                autocomplete="off"
              />
            }
          >
            {words('role_end')}
          </ActionForm>
        )
      }
    >
      <p>
        {held.untilOn
          ? words('role_until', { from: formats.day(held.sinceOn), until: formats.day(held.untilOn) })
          : words('role_since', { from: formats.day(held.sinceOn) })}
      </p>
    </Card>
  );
}

function GrantForm(props: PersonProps): VNode {
  const words = useWords(peopleStaffMessages);
  const { form, record } = props;
  return (
    <>
      <Heading level={2}>{words('role_grant_title')}</Heading>
      <Form
        action={`/people/${record.person.id}/roles`}
        idempotencyKey={form.value('idempotency_key') || undefined}
      >
        <Select
          {...form.field('role')}
          label={words('role')}
          options={GRANTED_ROLES.map((role) => ({ value: role, label: words.plain(`role_${role}`) }))}
          width="medium"
        />
        <TextField
          {...form.field('reason')}
          label={words('reason')}
          hint={words('reason_hint')}
          autocomplete="off"
        />
        <Actions>
          <Button>{words('role_grant')}</Button>
        </Actions>
      </Form>
    </>
  );
}
