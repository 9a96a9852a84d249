import type { VNode } from 'preact';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { DataTable, EmptyState, FormErrors, Link, PageHead, Pager, pagesBehind } from '../../ui/index.ts';
import { addressOf, columnsFor, type ListProps } from './define.ts';
import { ListTabs, Search } from './narrowing.tsx';
import { TakeAlong } from './take-along.tsx';
import { listMessages } from './words.ts';

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
  return <EmptyState title={t(list.empty)}>{t(list.emptyText)}</EmptyState>;
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
