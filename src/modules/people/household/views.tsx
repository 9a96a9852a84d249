import type { VNode } from 'preact';
import { BareForm, Refusals } from '../../../kits/forms/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { ActionForm, Card, EmptyState, Heading, PersonName } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import type { HouseholdMember } from '../types.ts';
import { memberForm } from './form.tsx';
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
      <Refusals of={memberForm} form={props.form} />
      {props.members.length === 0 ? (
        <EmptyState title={words('household_empty')} picture="childcare">
          {words('household_empty_text')}
        </EmptyState>
      ) : (
        props.members.map((member) => <MemberCard member={member} today={props.today} />)
      )}
      <Heading level={2}>{words('member_add_title')}</Heading>
      <BareForm
        of={memberForm}
        form={props.form}
        action={peoplePaths.householdMembers()}
        button={words('member_add')}
      />
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
            action={peoplePaths.householdMemberRemoval({ id: member.personId })}
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
