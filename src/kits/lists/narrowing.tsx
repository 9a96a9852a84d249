import type { VNode } from 'preact';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { Button, FieldRow, Form, Tabs } from '../../ui/index.ts';
import { Fields } from '../forms/index.ts';
import { addressOf, filtersOf, type ListOf, type ListProps } from './define.ts';
import { listMessages } from './words.ts';

/** One filter as tabs: all, then each of its answers. The others stay as they are. */
export function ListTabs<Row, Filters, Key extends string>(
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

/** The other filters as fields, with the button that looks. */
export function Search<Row, Filters, Key extends string>(
  props: ListProps<Row, Filters, Key> & { readonly search: Key },
): VNode {
  const { list, search } = props;
  const t = useWords(list.words);
  const filters = filtersOf(list);
  const form = filters.begin(props.values);
  const byTab = list.tabs?.by;
  // What has no field of its own goes along: the tab, and what a link to this list has said.
  const kept = filters.fields.filter(({ name, isUnseen }) => isUnseen || name === byTab);
  const said = kept.map(({ name }) => [name, form.value(name)] as const).filter(([, value]) => value !== '');
  return (
    <Form action={list.path()} method="get" label={t.plain(search)} hidden={Object.fromEntries(said)}>
      <FieldRow>
        <Fields of={filters} form={form} without={byTab ? [byTab] : []} quiet />
        <Button kind="main">{t(search)}</Button>
      </FieldRow>
    </Form>
  );
}
