import { z } from 'zod';
import type { Tx } from '../../platform/database/connect.ts';
import { After } from '../../platform/database/paging.ts';
import { choice } from '../../platform/web/form-fields.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import { type Call, get, page, post, type Reply, type Route } from '../../platform/web/route.ts';
import { csvFile } from '../papers/index.ts';
import { type Asking, columnsFor, filtersOf, type ListOf, type ListProps } from './define.ts';
import { ListPage } from './view.tsx';
import { ENCODINGS } from './words.ts';

/** So many rows are read at once for a file. */
const ROWS_AT_ONCE = 500;
/** A file with more would be no list that somebody reads. */
const MOST_ROWS = 20_000;

const AfterNumber = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullable()
    .default(null)
    .catch(null),
});

type Looking<Filters> = Asking &
  Pick<Call<unknown, Filters & { readonly after: string | null }>, 'fields' | 'audit'>;

/** The page of a list, and the file of all that was found. */
export function listRoutes<Row, Filters, Key extends string>(
  list: ListOf<Row, Filters, Key>,
): readonly Route[] {
  const { path, access, audit, exported } = list;
  const { schema } = filtersOf(list);
  const query = z.intersection(schema, list.isNumbered ? AfterNumber : After) as unknown as z.ZodType<
    Filters & { readonly after: string | null }
  >;
  const looking = get({ path, access, audit, query, handle: (call) => look(call, list) });
  if (!exported) return [looking];
  const form = z.intersection(schema, z.object({ encoding: choice(ENCODINGS) })) as unknown as z.ZodType<
    Filters & { readonly encoding: (typeof ENCODINGS)[number] }
  >;
  return [
    looking,
    post({
      path: exported.path,
      access,
      audit: exported.audit,
      form,
      seconds: 60,
      limit: { by: 'person', tries: 20, minutes: 60 },
      handle: (call) => takeAlong(call, list),
      again: (call, form) => showAgain(call, list, form),
    }),
  ];
}

async function look<Row, Filters, Key extends string>(
  call: Looking<Filters>,
  list: ListOf<Row, Filters, Key>,
): Promise<Reply> {
  const { after, ...rest } = call.fields;
  const values = rest as unknown as Filters;
  const found = await list.find(call, values, { after, limit: list.rowsAPage });
  // Not what was searched for: that may be somebody's name.
  if (list.audit) await call.audit({ ...list.about?.(found.rows), detail: { found: found.rows.length } });
  return shown(call, list, { values, found, after });
}

async function shown<Row, Filters, Key extends string>(
  asking: Asking,
  list: ListOf<Row, Filters, Key>,
  part: Pick<ListProps<Row, Filters, Key>, 'values' | 'found' | 'after' | 'form'>,
): Promise<Reply> {
  const { locale, now, actor } = asking;
  const counts = await list.tabs?.counts?.(asking);
  const title = list.words.in(locale).plain(list.title);
  return page(title, <ListPage {...part} {...{ list, counts, now }} roles={actor.roles} />);
}

async function takeAlong<Row, Filters, Key extends string>(
  call: Call<unknown, Filters & { readonly encoding: (typeof ENCODINGS)[number] }, Tx>,
  list: ListOf<Row, Filters, Key>,
): Promise<Reply> {
  const { locale, actor, fields } = call;
  const t = list.words.in(locale);
  const rows: Row[] = [];
  for (let after: string | null = null, isMore = true; isMore; ) {
    const found = await list.find(call, fields, { after, limit: ROWS_AT_ONCE });
    rows.push(...found.rows);
    after = found.next;
    isMore = after !== null;
    if (rows.length > MOST_ROWS)
      return {
        kind: 'refused',
        refusals: [{ code: 'list_is_too_long_for_a_file', params: { most: MOST_ROWS } }],
      };
  }
  await call.audit({
    outcome: 'seen',
    subjectIds: rows.flatMap((row) => list.exported?.whose(row) ?? []),
    detail: { found: rows.length },
  });
  const columns = columnsFor(list, actor.roles).flatMap(({ head, text }) =>
    text ? [{ head: t.plain(head), cell: (row: Row) => text(row, locale) }] : [],
  );
  const file = csvFile(t.plain(list.title), { columns, rows }, fields.encoding);
  if (file.kind !== 'refused') return file;
  return { ...file, refusals: file.refusals.map((refusal) => ({ ...refusal, field: 'encoding' })) };
}

async function showAgain<Row, Filters, Key extends string>(
  call: Asking,
  list: ListOf<Row, Filters, Key>,
  form: FormState,
): Promise<Reply> {
  const { fields, schema } = filtersOf(list);
  const sent = fields.map(({ name }) => [name, form.values(name)[0]]);
  // Filters that the page never sends are refused as well: each may stay empty.
  const read = schema.safeParse(Object.fromEntries(sent));
  const values = read.success ? read.data : schema.parse({});
  // Nobody is named: of a refusal the audit says nothing but that it was one.
  const found = { rows: [], next: null };
  return shown(call, list, { values, found, after: null, form });
}
