import type { VNode } from 'preact';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { Role } from '../../platform/permissions.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  DataTable,
  EmptyState,
  Form,
  FormErrors,
  Link,
  PageHead,
  Pager,
  pagesBehind,
  Radios,
} from '../../ui/index.ts';
import { Fields } from '../forms/index.ts';
import { addressOf, columnsFor, type Found, type ListOf } from './define.ts';
import { ENCODINGS, listMessages } from './words.ts';

interface ListProps<Row, Filters, Key extends string> {
  readonly list: ListOf<Row, Filters, Key>;
  readonly values: Filters;
  readonly found: Found<Row>;
  /** Behind which row this part begins; null at the beginning. */
  readonly after: string | null;
  readonly roles: ReadonlySet<Role>;
  /** The form of the file, where it came back. */
  readonly form?: FormState | undefined;
}

/** The page of a list. */
export function ListPage<Row, Filters, Key extends string>(props: ListProps<Row, Filters, Key>): VNode {
  const { list } = props;
  const t = useWords(list.words);
  return (
    <>
      <PageHead
        title={t(list.title)}
        lead={t(list.lead)}
        back={list.back && { href: list.back.href, label: t(list.back.label) }}
      />
      {props.form && <FormErrors refusals={props.form.refusals} />}
      {list.ways?.map(({ href, label }) => (
        <p>
          <Link href={href}>{t(label)}</Link>
        </p>
      ))}
      <ListBody {...props} />
    </>
  );
}

/** A list: the search above it, the ways on below it, and how to take it along. */
export function ListBody<Row, Filters, Key extends string>(props: ListProps<Row, Filters, Key>): VNode {
  const { list, found, after } = props;
  return (
    <>
      {list.search && <Search {...props} search={list.search} />}
      {found.notice}
      <Table {...props} />
      <Pager {...pagesBehind({ path: addressOf(list, props.values), after, next: found.next })} />
      {list.exported && found.rows.length > 0 && <TakeAlong {...props} />}
    </>
  );
}

function Search<Row, Filters, Key extends string>(
  props: ListProps<Row, Filters, Key> & { readonly search: Key },
): VNode {
  const { list, search } = props;
  const t = useWords(list.words);
  return (
    <Form action={list.path()} method="get" label={t.plain(search)}>
      <Fields of={list.filters} form={list.filters.begin(props.values)} quiet />
      <Actions>
        <Button kind="main">{t(search)}</Button>
      </Actions>
    </Form>
  );
}

function Table<Row, Filters, Key extends string>(props: ListProps<Row, Filters, Key>): VNode {
  const { list, found, roles } = props;
  const t = useWords(list.words);
  const locale = useLocale();
  return (
    <DataTable
      caption={t(list.caption)}
      captionHidden={list.captionHidden}
      columns={columnsFor(list, roles).map(({ head, cell, ...column }) => ({
        ...column,
        head: t(head),
        cell: (row: Row) => cell(row, locale),
      }))}
      rows={found.rows}
      rowKey={list.keyOf}
      empty={
        <EmptyState title={t(list.empty)} level={2}>
          {t(list.emptyText)}
        </EmptyState>
      }
    />
  );
}

/** Everything that was found, in all its pages, as a file. */
function TakeAlong<Row, Filters, Key extends string>(props: ListProps<Row, Filters, Key>): VNode | null {
  const t = useWords(listMessages);
  const { list, values, form } = props;
  if (!list.exported) return null;
  const filled = list.filters.begin(values);
  return (
    <Form action={list.exported.path()} label={t.plain('take_along')}>
      {list.filters.fields.flatMap(({ name }) =>
        filled.values(name).map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <Radios
        name="encoding"
        label={t('take_along')}
        hint={t('take_along_hint')}
        refusal={form?.refusalOf('encoding')}
        value={form?.value('encoding') || 'utf-8'}
        choices={ENCODINGS.map((value) => ({
          value,
          label: t(`encoding_${value.replace('-', '_')}` as 'encoding_utf_8'),
        }))}
      />
      <Actions>
        <Button>{t('save_file')}</Button>
      </Actions>
    </Form>
  );
}
