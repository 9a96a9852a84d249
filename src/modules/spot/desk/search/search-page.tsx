import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Actions,
  Button,
  Checkbox,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Link,
  Notice,
  PageHead,
  Pager,
  PersonName,
  Select,
  StatusChip,
  TextField,
} from '../../../../ui/index.ts';
import { listMunicipalityChoices } from '../../../people/index.ts';
import { Town } from '../../offer/town.tsx';
import { spotPaths } from '../../paths.ts';
import type { FoundRequest } from '../../store/lists/search.ts';
import { REQUEST_STATES } from '../../transitions.ts';
import { CATEGORIES } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import { STATE_TONES } from '../state-tones.ts';
import { deskMessages } from '../words.ts';
import type { SearchFields } from './form.ts';

interface SearchProps {
  readonly fields: SearchFields;
  readonly requests: readonly FoundRequest[];
  /** Call names by id of residents and coordinators; without those who have left. */
  readonly names: ReadonlyMap<string, string>;
  /** More people have this name than are looked at. */
  readonly areTooMany: boolean;
  readonly next: string | undefined;
}

/** Looking through all requests. */
export function SearchPage(props: SearchProps): VNode {
  const t = useWords(deskMessages);
  const { fields, next } = props;
  return (
    <>
      <PageHead
        title={t('search_title')}
        lead={t('search_lead')}
        back={{ href: housePaths.desk(), label: t('desk_title') }}
      />
      <Filters fields={fields} />
      {props.areTooMany && <Notice tone="notice">{t('search_too_many')}</Notice>}
      <DataTable
        caption={t('search_found')}
        columns={useColumns(props)}
        rows={props.requests}
        rowKey={({ id }) => `request-${id}`}
        empty={
          <EmptyState title={t('search_empty')} level={2}>
            {t('search_empty_text')}
          </EmptyState>
        }
      />
      {(next || fields.after) && (
        <Pager
          previous={fields.after ? addressOf(fields) : undefined}
          next={next && addressOf(fields, next)}
        />
      )}
    </>
  );
}

function Filters({ fields }: Pick<SearchProps, 'fields'>): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  return (
    <Form action={spotPaths.deskRequests()} method="get" label={t.plain('search_go')}>
      <TextField
        name="q"
        label={t('search_name')}
        hint={t('search_name_hint')}
        value={fields.q}
        type="search"
        autocomplete="off"
        optional
        quietOptional
      />
      <Select
        name="state"
        label={t('search_state')}
        options={REQUEST_STATES.map((value) => ({ value, label: t.plain(`state_${value}`) }))}
        value={fields.state}
        width="medium"
        orAll
        optional
        quietOptional
      />
      <Select
        name="category"
        label={t('category')}
        options={CATEGORIES.map((value) => ({ value, label: spot.plain(`category_${value}`) }))}
        value={fields.category}
        width="medium"
        orAll
        optional
        quietOptional
      />
      <Select
        name="ward"
        label={t('new_municipality')}
        options={listMunicipalityChoices(useLocale())}
        value={fields.ward}
        width="medium"
        orAll
        optional
        quietOptional
      />
      <Checkbox name="mine" label={t('search_mine')} checked={fields.mine} optional />
      <Actions>
        <Button kind="main">{t('search_go')}</Button>
      </Actions>
    </Form>
  );
}

function addressOf(fields: SearchFields, after?: string): string {
  const { q, state, category, ward, mine } = fields;
  const all = { q, state, category, ward, mine: mine ? 'on' : '', after };
  const query = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return query.size > 0 ? `${spotPaths.deskRequests()}?${query}` : spotPaths.deskRequests();
}

function useColumns({ names }: SearchProps): Column<FoundRequest>[] {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  return [
    {
      key: 'category',
      head: t('search_request'),
      rowHead: true,
      cell: ({ id, category, requesterId, submittedAt }) => (
        <Link href={spotPaths.deskRequest({ id })}>
          {t('search_row', {
            category: spot.plain(`category_${category}`),
            name: <PersonName>{names.get(requesterId) ?? t('somebody')}</PersonName>,
            when: formats.dayTime(submittedAt),
          })}
        </Link>
      ),
    },
    {
      key: 'state',
      head: t('search_state'),
      cell: ({ state }) => (
        <StatusChip tone={STATE_TONES[state] ?? 'plain'}>{t(`state_${state}`)}</StatusChip>
      ),
    },
    {
      key: 'where',
      head: t('where'),
      cell: (request) =>
        request.kind === 'place' ? <Town place={request} /> : spot(`place_kind_${request.kind}`),
    },
    {
      key: 'coordinator',
      head: t('coordinator'),
      cell: ({ coordinatorId }) =>
        coordinatorId ? (
          <PersonName>{names.get(coordinatorId) ?? t('somebody')}</PersonName>
        ) : (
          t('nobody_yet')
        ),
    },
  ];
}
