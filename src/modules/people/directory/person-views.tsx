import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Columns,
  FormErrors,
  Heading,
  Link,
  Notice,
  PageHead,
  PersonBadge,
  PersonName,
  StatusChip,
  SummaryList,
} from '../../../ui/index.ts';
import { peopleStaffMessages } from '../messages.ts';
import { callName } from '../naming.tsx';
import { peoplePaths } from '../paths.ts';
import type { Person } from '../types.ts';
import { usePersonRows } from './person-rows.tsx';
import { GrantForm, Roles } from './role-views.tsx';
import type { WholeRecord } from './whole-person.ts';

interface PersonProps {
  record: WholeRecord;
  form: FormState;
  today: Temporal.PlainDate;
  /** Whether the reader may grant and end roles. */
  mayGrant: boolean;
  /** Whether the reader is a coordinator, and somebody else: nobody reads what was decided about themselves. */
  mayCoordinate: boolean;
  /** Whether something about them waits for a second one of the staff. */
  isWaiting: boolean;
  /** Where their face is, if they show it. */
  portrait: string | null;
  /** How a volunteer stands; null where it is not for the reader, or nobody says. */
  glance: VNode | null;
}

/** A person as staff see them: what they say of themselves, and their roles. */
export function PersonPage(props: PersonProps): VNode {
  const words = useWords(peopleStaffMessages);
  const { person } = props.record;
  return (
    <>
      <PageHead
        title={<PersonName>{callName(person, useLocale()) || words('no_name_yet')}</PersonName>}
        back={{ href: peoplePaths.people(), label: words('back_to_directory') }}
        aside={person.accessEndedAt && <StatusChip tone="danger">{words('access_ended')}</StatusChip>}
      />
      <FormErrors refusals={props.form.refusals} />
      {props.isWaiting && (
        <Notice tone="notice">
          <Link href={housePaths.staffActs()}>{words('to_staff_acts')}</Link>
        </Notice>
      )}
      <Columns
        first
        aside={
          <>
            {props.mayCoordinate && <Elsewhere person={person} />}
            <Heading level={2}>{words('roles')}</Heading>
            <Roles {...props} />
            {props.mayGrant && <GrantForm personId={person.id} form={props.form} />}
          </>
        }
      >
        {props.portrait && (
          <PersonBadge name={person.name} portrait={props.portrait} sentence={person.sentence} size="large" />
        )}
        {props.glance}
        <PersonFacts record={props.record} today={props.today} />
      </Columns>
    </>
  );
}

/** What else there is about a person: what was decided, and what happens with them. */
function Elsewhere({ person }: { person: Person }): VNode {
  const words = useWords(peopleStaffMessages);
  const { id: personId, email, accessEndedAt } = person;
  return (
    <Actions>
      {!accessEndedAt && (
        <Button href={housePaths.personRequestsNew({ id: personId })}>{words('enter_request')}</Button>
      )}
      {email === null && (
        <Button href={peoplePaths.personAddress({ id: personId })}>{words('address_title')}</Button>
      )}
      <Button href={peoplePaths.personTies({ id: personId })}>{words('to_ties')}</Button>
      <Button href={housePaths.trustPerson({ id: personId })}>{words('to_trust')}</Button>
      <Button href={peoplePaths.personLeaving({ id: personId })}>{words('leaving_open')}</Button>
    </Actions>
  );
}

/** What a person says of themselves, line by line; for every staff page about them. */
export function PersonFacts(props: { record: WholeRecord; today: Temporal.PlainDate }): VNode {
  return <SummaryList rows={usePersonRows(props.record, props.today)} />;
}
