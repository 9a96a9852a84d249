import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Card,
  Checkbox,
  Confirmation,
  Form,
  FormErrors,
  Heading,
  Notice,
  Select,
  TextField,
} from '../../../ui/index.ts';
import { peopleStaffMessages } from '../messages.ts';
import { callName } from '../naming.tsx';
import { peoplePaths } from '../paths.ts';
import type { HeldRole, Person } from '../types.ts';
import { GRANTED_ROLES, mayEnd, opensRecords } from './roles.ts';
import type { WholeRecord } from './whole-person.ts';

interface RolesProps {
  record: WholeRecord;
  today: Temporal.PlainDate;
  mayGrant: boolean;
}

/** The roles somebody holds and held, with the way to end one. */
export function Roles(props: RolesProps): VNode {
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

function RoleCard(props: RolesProps & { held: HeldRole }): VNode {
  const words = useWords(peopleStaffMessages);
  const formats = useFormats();
  const { held, record } = props;
  const role = words.plain(`role_${held.role}`);
  const ending = peoplePaths.personRoleEnding({ id: record.person.id, roleId: held.id });
  return (
    <Card
      title={role}
      actions={
        props.mayGrant &&
        mayEnd(held, props.today) && (
          <Button href={ending} label={words.plain('role_end_which', { role })}>
            {words('role_end')}
          </Button>
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

/** Gives somebody a role of staff, with the reason. */
export function GrantForm(props: { personId: string; form: FormState }): VNode {
  const words = useWords(peopleStaffMessages);
  const { form, personId } = props;
  return (
    <>
      <Heading level={2}>{words('role_grant_title')}</Heading>
      <Form
        action={peoplePaths.personRoles({ id: personId })}
        idempotencyKey={form.value('idempotency_key') || undefined}
      >
        <Select
          {...form.field('role')}
          label={words('role')}
          options={GRANTED_ROLES.map((role) => ({ value: role, label: words.plain(`role_${role}`) }))}
          width="medium"
        />
        <ReasonField form={form} />
        {form.refusalOf('sure') && <WhatRoleOpens form={form} />}
        <Actions>
          <Button>{words('role_grant')}</Button>
        </Actions>
      </Form>
    </>
  );
}

/** Asked once more before somebody may read the records of others: what the role opens. */
function WhatRoleOpens({ form }: { form: FormState }): VNode | null {
  const words = useWords(peopleStaffMessages);
  const role = GRANTED_ROLES.find((one) => one === form.value('role'));
  if (!role || !opensRecords(role)) return null;
  return (
    <Notice tone="danger" title={words('role_question', { role: words.plain(`role_${role}`) })}>
      <p>{words(`role_opens_${role}`)}</p>
      <p>{words('role_second_factor')}</p>
      <Checkbox {...form.field('sure')} value="yes" label={words('role_sure')} />
    </Notice>
  );
}

/** Asks once more before a role ends, and why. */
export function EndingPage(props: { person: Person; held: HeldRole; form: FormState }): VNode {
  const words = useWords(peopleStaffMessages);
  const { person, held, form } = props;
  const path = housePaths.person({ id: person.id });
  return (
    <>
      <FormErrors refusals={form.refusals} />
      <Confirmation
        action={`${path}/roles/${held.id}/ending`}
        idempotencyKey={form.value('idempotency_key') || undefined}
        title={words('role_end_question', {
          name: callName(person, useLocale()),
          role: words.plain(`role_${held.role}`),
        })}
        fields={<ReasonField form={form} />}
        yes={words('role_end')}
        no={{ href: path, label: words('role_keep') }}
        danger
      >
        <p>{words('role_end_text')}</p>
      </Confirmation>
    </>
  );
}

function ReasonField(props: { form: FormState }): VNode {
  const words = useWords(peopleStaffMessages);
  return (
    <TextField
      {...props.form.field('reason')}
      label={words('reason')}
      hint={words('reason_hint')}
      autocomplete="off"
    />
  );
}
