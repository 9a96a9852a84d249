import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  EmptyState,
  Form,
  FormErrors,
  Heading,
  PageHead,
  PersonName,
  Radios,
  Select,
  TextField,
} from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { type HouseholdMember, RELATIONS } from '../types.ts';
import { ageOn } from './rules.ts';

interface HouseholdProps {
  form: FormState;
  members: readonly HouseholdMember[];
  today: Temporal.PlainDate;
}

/** Who lives together: children above all, who never sign in themselves. */
export function HouseholdPage(props: HouseholdProps): VNode {
  const words = useWords(peopleMessages);
  return (
    <>
      <PageHead
        title={words('household_title')}
        lead={words('household_lead')}
        back={{ href: '/me', label: words('back_to_my_page') }}
      />
      <FormErrors refusals={props.form.refusals} />
      {props.members.length === 0 ? (
        <EmptyState title={words('household_empty')} picture="childcare" level={2}>
          {words('household_empty_text')}
        </EmptyState>
      ) : (
        props.members.map((member) => <MemberCard member={member} today={props.today} />)
      )}
      <Heading level={2}>{words('member_add_title')}</Heading>
      <NewMemberForm form={props.form} />
    </>
  );
}

function MemberCard(props: { member: HouseholdMember; today: Temporal.PlainDate }): VNode {
  const words = useWords(peopleMessages);
  const { member, today } = props;
  return (
    <Card
      title={<PersonName>{member.name}</PersonName>}
      level={2}
      actions={
        member.relation !== 'self' && (
          <ActionForm
            action={`/me/household/members/${member.personId}/removal`}
            label={words.plain('member_remove_whom', { name: member.name })}
            confirm={words('member_remove_text')}
          >
            {words('member_remove')}
          </ActionForm>
        )
      }
    >
      <p>
        {words(`relation_${member.relation}`)}
        {member.birthMonth && <> · {words('years_old', { years: ageOn(member.birthMonth, today) })}</>}
      </p>
    </Card>
  );
}

function NewMemberForm(props: { form: FormState }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  const months = Array.from({ length: 12 }, (_, index) => `${index + 1}`);
  return (
    <Form action="/me/household/members" idempotencyKey={form.value('idempotency_key') || undefined}>
      <TextField {...form.field('name')} label={words('name')} autocomplete="off" />
      <Radios
        {...form.field('relation')}
        label={words('relation')}
        choices={RELATIONS.map((relation) => ({ value: relation, label: words(`relation_${relation}`) }))}
      />
      <TextField
        {...form.field('birth_year')}
        label={words('member_birth_year')}
        hint={words('member_birth_hint')}
        inputmode="numeric"
        width="short"
        optional
      />
      <Select
        {...form.field('birth_month')}
        label={words('member_birth_month')}
        options={months.map((month) => ({ value: month, label: words.plain('month', { month }) }))}
        width="medium"
        optional
      />
      <Actions>
        <Button kind="main">{words('member_add')}</Button>
      </Actions>
    </Form>
  );
}
