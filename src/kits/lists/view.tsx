import type { VNode } from 'preact';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { Role } from '../../platform/permissions.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  DataTable,
  Disclosure,
  EmptyState,
  FieldRow,
  Form,
  FormErrors,
  Link,
  PageHead,
  Pager,
  pagesBehind,
  Radios,
  Tabs,
} from '../../ui/index.ts';
import { Fields } from '../forms/index.ts';
import { addressOf, columnsFor, type Found, filtersOf, type ListOf } from './define.ts';
import { ENCODINGS, listMessages } from './words.ts';

export interface ListProps<Row, Filters, Key extends string> {
  readonly list: ListOf<Row, Filters, Key>;
  readonly values: Filters;
  readonly found: Found<Row>;
  /** Behind which row this part begins; null at the beginning. */
  readonly after: string | null;
  readonly roles: ReadonlySet<Role>;
  readonly now: Temporal.Instant;
  /** How many rows are behind each tab. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
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
        lead={list.lead && t(list.lead)}
        back={list.back && { href: list.back.href, label: t(list.back.label) }}
      />
      {props.form && <FormErrors refusals={props.form.refusals} />}
      {list.ways && (
        <ul class="row" data-screen-only>
          {list.ways.map(({ href, label }) => (
            <li>
              <Link href={href}>{t(label)}</Link>
            </li>
          ))}
        </ul>
      )}
      <ListBody {...props} />
      {list.foot?.()}
    </>
  );
}

/** A list: the search above it, the ways on below it, and how to take it along. */
export function ListBody<Row, Filters, Key extends string>(props: ListProps<Row, Filters, Key>): VNode {
  const { list, found, after } = props;
  return (
    <>
      {list.tabs && <ListTabs {...props} tabs={list.tabs} />}
      {list.search && <Search {...props} search={list.search} />}
      {found.notice}
      {props.form ? (
        <ToList {...props} />
      ) : list.row ? (
        <Rows {...props} row={list.row} />
      ) : (
        <Table {...props} />
      )}
      <Pager {...pagesBehind({ path: addressOf(list, props.values), after, next: found.next })} />
      {list.exported && (props.form || found.rows.length > 0) && <TakeAlong {...props} />}
    </>
  );
}

/** One filter as tabs: all, then each of its answers. The others stay as they are. */
function ListTabs<Row, Filters, Key extends string>(
  props: ListProps<Row, Filters, Key> & { readonly tabs: NonNullable<ListOf<Row, Filters, Key>['tabs']> },
): VNode {
  const { list, values, counts, tabs } = props;
  const { by, first } = tabs;
  const filters = filtersOf(list);
  const locale = useLocale();
  const chosen = filters.begin(values).value(by);
  const options = filters.fields.find(({ name }) => name === by)?.options?.(locale) ?? [];
  const own = list.words.in(locale);
  const all = { value: '', label: first ? own.plain(first) : listMessages.in(locale).plain('all') };
  return (
    <Tabs
      label={own.plain(list.title)}
      tabs={[all, ...options].map(({ value, label }) => ({
        href: addressOf(list, { ...values, [by]: value || undefined }),
        label,
        count: counts?.[value],
        isCurrent: value === chosen,
      }))}
    />
  );
}

function Search<Row, Filters, Key extends string>(
  props: ListProps<Row, Filters, Key> & { readonly search: Key },
): VNode {
  const { list, search } = props;
  const t = useWords(list.words);
  const filters = filtersOf(list);
  const form = filters.begin(props.values);
  const byTab = list.tabs?.by;
  return (
    <Form
      action={list.path()}
      method="get"
      label={t.plain(search)}
      hidden={byTab && form.value(byTab) ? { [byTab]: form.value(byTab) } : undefined}
    >
      <FieldRow>
        <Fields of={filters} form={form} without={byTab ? [byTab] : []} quiet />
        <Button kind="main">{t(search)}</Button>
      </FieldRow>
    </Form>
  );
}

function Rows<Row, Filters, Key extends string>(
  props: ListProps<Row, Filters, Key> & { readonly row: (row: Row, now: Temporal.Instant) => VNode },
): VNode | VNode[] {
  const { found, row, now } = props;
  return found.rows.length > 0 ? found.rows.map((one) => row(one, now)) : <None {...props} />;
}

/** The way back to what was found, after its file was refused. */
function ToList<Row, Filters, Key extends string>({ list, values }: ListProps<Row, Filters, Key>): VNode {
  return (
    <p>
      <Link href={addressOf(list, values)}>{useWords(listMessages)('to_list')}</Link>
    </p>
  );
}

/** What stands in the place of rows. */
function None<Row, Filters, Key extends string>({ list, found }: ListProps<Row, Filters, Key>): VNode | null {
  const t = useWords(list.words);
  if (found.none !== undefined) return found.none;
  return (
    <EmptyState title={t(list.empty)} level={2}>
      {t(list.emptyText)}
    </EmptyState>
  );
}

function Table<Row, Filters, Key extends string>(props: ListProps<Row, Filters, Key>): VNode {
  const { list, found, roles, now } = props;
  const t = useWords(list.words);
  const locale = useLocale();
  return (
    <DataTable
      caption={t(list.caption ?? list.title)}
      captionHidden={list.caption === undefined}
      columns={columnsFor(list, roles).map(({ head, cell, ...column }) => ({
        ...column,
        head: t(head),
        cell: (row: Row) => cell(row, locale, now),
      }))}
      rows={found.rows}
      rowKey={list.keyOf}
      empty={<None {...props} />}
    />
  );
}

/** Everything that was found, in all its pages, as a file. */
function TakeAlong<Row, Filters, Key extends string>(props: ListProps<Row, Filters, Key>): VNode | null {
  const t = useWords(listMessages);
  const { list, values, form } = props;
  if (!list.exported) return null;
  const filters = filtersOf(list);
  const filled = filters.begin(values);
  return (
    <Disclosure id="take-along" summary={t('take_along')} open={form !== undefined}>
      <Form action={list.exported.path()} label={t.plain('take_along')}>
        {filters.fields.flatMap(({ name }) =>
          filled.values(name).map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <Radios
          name="encoding"
          label={t('encoding')}
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
    </Disclosure>
  );
}
