import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { Role } from '../../../platform/permissions.ts';
import {
  Actions,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Link,
  PageHead,
  Pager,
  PersonName,
  Select,
  StatusChip,
  TextField,
} from '../../../ui/index.ts';
import { peopleStaffMessages } from '../messages.ts';
import { nameFor } from '../naming.tsx';
import { peoplePaths } from '../paths.ts';
import { placeNameOf } from '../place/views.tsx';
import { SEARCHED_ROLES } from './roles.ts';
import type { FoundPerson } from './store.ts';

interface DirectoryProps {
  people: readonly FoundPerson[];
  words: string;
  role: Role | null;
  next: string | undefined;
  isFirst: boolean;
}

/** Everybody in the house, to look somebody up. */
export function DirectoryPage(props: DirectoryProps): VNode {
  const words = useWords(peopleStaffMessages);
  return (
    <>
      <PageHead title={words('directory_title')} lead={words('directory_lead')} />
      <p>
        <Link href={housePaths.staffActs()}>{words('to_staff_acts')}</Link>
      </p>
      <p>
        <Link href={peoplePaths.peopleNew()}>{words('to_entering')}</Link>
      </p>
      <Form action={peoplePaths.people()} method="get" label={words.plain('directory_search')}>
        <TextField
          name="q"
          label={words('directory_words')}
          hint={words('directory_words_hint')}
          value={props.words}
          type="search"
          autocomplete="off"
          optional
        />
        <Select
          name="role"
          label={words('directory_role')}
          options={SEARCHED_ROLES.map((role) => ({ value: role, label: words.plain(`role_${role}`) }))}
          value={props.role ?? undefined}
          width="medium"
          orAll
          optional
        />
        <Actions>
          <Button kind="main">{words('directory_search')}</Button>
        </Actions>
      </Form>
      <DataTable
        caption={words('directory_found')}
        columns={useColumns()}
        rows={props.people}
        rowKey={({ person }) => `person-${person.id}`}
        empty={
          <EmptyState title={words('directory_empty')} level={2}>
            {words('directory_empty_text')}
          </EmptyState>
        }
      />
      {(props.next || !props.isFirst) && (
        <Pager
          previous={props.isFirst ? undefined : addressOf(props)}
          next={props.next && addressOf(props, props.next)}
        />
      )}
    </>
  );
}

function addressOf(props: DirectoryProps, after?: string): string {
  const query = new URLSearchParams();
  if (props.words) query.set('q', props.words);
  if (props.role) query.set('role', props.role);
  if (after) query.set('after', after);
  return query.size > 0 ? `${peoplePaths.people()}?${query}` : peoplePaths.people();
}

/** The whole name, readable, with the written one behind it. */
function FullName({ person }: Pick<FoundPerson, 'person'>): VNode {
  const words = useWords(peopleStaffMessages);
  const { text, written } = nameFor({ ...person, preferredName: null }, useLocale(), 'staff');
  return (
    <>
      <PersonName>{text || words('no_name_yet')}</PersonName> {written && <PersonName>{written}</PersonName>}
    </>
  );
}

function useColumns(): Column<FoundPerson>[] {
  const words = useWords(peopleStaffMessages);
  const locale = useLocale();
  return [
    {
      key: 'name',
      head: words('name'),
      rowHead: true,
      cell: ({ person }) => (
        <Link href={housePaths.person({ id: person.id })}>
          <FullName person={person} />
        </Link>
      ),
    },
    {
      key: 'kana',
      head: words('kana'),
      cell: ({ person }) => person.kana && <span lang="ja">{person.kana}</span>,
    },
    { key: 'place', head: words('place'), cell: ({ person }) => placeNameOf(person, locale) ?? '' },
    {
      key: 'roles',
      head: words('roles'),
      cell: ({ person, roles }) => (
        <>
          {roles.map((role) => (
            <StatusChip tone="plain">{words(`role_${role}`)}</StatusChip>
          ))}
          {person.accessEndedAt && <StatusChip tone="danger">{words('access_ended')}</StatusChip>}
        </>
      ),
    },
  ];
}
