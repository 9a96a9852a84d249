import type { ComponentChildren, VNode } from 'preact';
import type { PathTo } from '../../platform/addresses/path-to.ts';
import type { Database } from '../../platform/database/connect.ts';
import type { Page, Window } from '../../platform/database/paging.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Messages } from '../../platform/languages/messages.tsx';
import type { Access, Role } from '../../platform/permissions.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import type { Audited, Call } from '../../platform/web/route.ts';
import { defineForm, type FormOf } from '../forms/index.ts';
import type { Cell } from '../papers/index.ts';

/** What a list is read with: who asks, when, in which language. */
export type Asking = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>;

/** One column: how it stands on the page, and in the file. */
export interface ListColumn<Row, Key extends string = string> {
  readonly key: string;
  readonly head: Key;
  cell(row: Row, locale: Locale, now: Temporal.Instant): ComponentChildren;
  /** In the file; a column without it is not in there. A number stays one. */
  text?(row: Row, locale: Locale): Cell;
  /** Who sees it, on the page and in the file; whoever sees the list unless said. */
  readonly roles?: readonly Role[];
  /** The cell that names the row. */
  readonly rowHead?: true;
  readonly numeric?: true;
  /** What is done with the row, or how it stands: at its end, on a phone beside its name. */
  readonly atEnd?: true;
  /** Its cells say nothing without their column's words. */
  readonly needsHead?: true;
}

/** A part of the list, with what stands above it, and in its place where it is empty: null where what stands above says it. */
export interface Found<Row> extends Page<Row> {
  readonly notice?: VNode | undefined;
  readonly none?: VNode | null | undefined;
}

/** A list: what is looked for, read, shown and taken along. */
export interface ListOf<Row, Filters, Key extends string = string> {
  readonly path: PathTo<string>;
  readonly access: Access;
  /** The entry that looking leaves; null for one's own. */
  readonly audit: string | null;
  /** What that entry says beside how many were found: whose records these are. */
  about?(rows: readonly Row[]): Audited;
  /** What it can be narrowed down by; each may stay empty. */
  readonly filters?: FormOf<Filters>;
  /** The filter that stands as tabs above the list instead of among the fields of the search, with how many are behind each where that is cheap to know. */
  readonly tabs?: {
    readonly by: string;
    /** What the first one says, where that is not all. */
    readonly first?: Key;
    counts?(asking: Asking): Promise<Readonly<Record<string, number>>>;
  };
  /** Rows behind one, in an order that an index has: never those before it. */
  find(asking: Asking, filters: Filters, window: Window): Promise<Found<Row>>;
  /** Its rows are behind one another by numbers, not by ids. */
  readonly isNumbered?: true;
  readonly columns?: readonly ListColumn<Row, Key>[];
  /** Of a list that is read rather than looked through: how a row stands on the page, in place of a table. */
  row?(row: Row, now: Temporal.Instant): VNode;
  keyOf(row: Row): string;
  readonly rowsAPage: number;
  readonly words: Messages<Key>;
  readonly title: Key;
  readonly lead?: Key;
  /** What the button of the search says; nothing to search for without fields. */
  readonly search?: Key;
  /** Above the table; the title unless said. */
  readonly caption?: Key;
  readonly empty: Key;
  readonly emptyText: Key;
  readonly back?: { readonly href: string; readonly label: Key };
  /** Ways to other pages, above the list. */
  readonly ways?: readonly { readonly href: string; readonly label: Key }[];
  /** What stands below it. */
  foot?(): VNode;
  /** The entry that taking it along as a file leaves, for each person in it; a list without it stays on the page. */
  readonly exported?: {
    readonly path: PathTo<string>;
    readonly audit: string;
    whose(row: Row): readonly string[];
  };
}

/** What the page of a list is drawn from. */
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

/** The columns that a reader sees. */
export function columnsFor<Row, Key extends string>(
  { columns = [] }: Pick<ListOf<Row, unknown, Key>, 'columns'>,
  roles: ReadonlySet<Role>,
): readonly ListColumn<Row, Key>[] {
  return columns.filter((column) => !column.roles || column.roles.some((role) => roles.has(role)));
}

const NO_FILTERS = defineForm([], []);

/** What a list is narrowed down by. */
export function filtersOf<Filters>({ filters }: { readonly filters?: FormOf<Filters> }): FormOf<Filters> {
  return filters ?? (NO_FILTERS as unknown as FormOf<Filters>);
}

/** The address of a list with these filters. */
export function addressOf<Filters>(
  list: { readonly path: PathTo<string>; readonly filters?: FormOf<Filters> },
  values: Filters,
): string {
  const { fields, begin } = filtersOf(list);
  const form = begin(values);
  const query = fields.flatMap(({ name }) =>
    form.values(name).flatMap((value) => (value === '' ? [] : [[name, value]])),
  );
  return query.length > 0 ? `${list.path()}?${new URLSearchParams(query)}` : list.path();
}
