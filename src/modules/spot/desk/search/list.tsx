import type { VNode } from 'preact';
import { z } from 'zod';
import { defineForm, line, pick, tick } from '../../../../kits/forms/index.ts';
import { type Asking, type Found, listRoutes } from '../../../../kits/lists/index.ts';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { toPage, type Window } from '../../../../platform/database/paging.ts';
import { formatsIn, yearOf } from '../../../../platform/languages/formats.tsx';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { text } from '../../../../platform/web/form-fields.ts';
import { Link, Notice, PersonName, StatusChip } from '../../../../ui/index.ts';
import {
  callName,
  findIdsByName,
  findPersons,
  listMunicipalityChoices,
  placeNameOf,
} from '../../../people/index.ts';
import { Town } from '../../offer/town.tsx';
import { spotPaths } from '../../paths.ts';
import { type FoundRequest, searchRequests } from '../../store/lists/search.ts';
import { REQUEST_STATES } from '../../transitions.ts';
import { CATEGORIES } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import { STATE_TONES } from '../state-tones.ts';
import { deskMessages } from '../words.ts';

/** Of a name that more people have, more of it is asked for. */
const MOST_NAMED = 200;

const orNone = <T extends z.ZodType>(type: T) => z.preprocess((value) => value || undefined, type.optional());

/** What a coordinator looks for; empty for what does not matter. */
const filters = defineForm(deskMessages, [
  line('q', text(100), {
    label: 'search_name',
    hint: 'search_name_hint',
    type: 'search',
    autocomplete: 'off',
  }),
  pick('state', orNone(z.enum(REQUEST_STATES)), {
    label: 'search_state',
    orAll: true,
    options: (locale) =>
      REQUEST_STATES.map((value) => ({ value, label: deskMessages.in(locale).plain(`state_${value}`) })),
  }),
  pick('category', orNone(z.enum(CATEGORIES)), {
    orAll: true,
    options: (locale) =>
      CATEGORIES.map((value) => ({ value, label: spotMessages.in(locale).plain(`category_${value}`) })),
  }),
  pick('ward', orNone(z.string().regex(/^\d{5}$/)), {
    label: 'new_municipality',
    orAll: true,
    options: listMunicipalityChoices,
  }),
  tick('mine', { label: 'search_mine' }),
]);
type Filters = z.output<typeof filters.schema>;

/** A request with the names of its resident and its coordinator; null for who has left. */
interface Row extends FoundRequest {
  readonly requester: string | null;
  readonly keeper: string | null;
}

async function find(asking: Asking, fields: Filters, window: Window): Promise<Found<Row>> {
  const { db, actor, locale } = asking;
  const { q, state = null, category = null, ward = null } = fields;
  const named = q === '' ? null : await findIdsByName(db, q, MOST_NAMED + 1);
  const found = await searchRequests(db, {
    ...{ state, category },
    municipalityCode: ward,
    requesterIds: named?.slice(0, MOST_NAMED) ?? null,
    coordinatorId: fields.mine ? actor.personId : null,
    afterId: window.after,
    limit: window.limit + 1,
  });
  const { rows, next } = toPage(found, window, ({ id }) => id);
  const persons = await findPersons(
    db,
    rows.flatMap(({ requesterId, coordinatorId }) => [requesterId, coordinatorId ?? []].flat()),
  );
  const nameOf = (id: string | null) => {
    const person = id && persons.get(id);
    return person ? callName(person, locale) : null;
  };
  const areTooMany = named !== null && named.length > MOST_NAMED;
  return {
    rows: rows.map((row) => ({
      ...row,
      requester: nameOf(row.requesterId),
      keeper: nameOf(row.coordinatorId),
    })),
    next,
    ...(areTooMany && { notice: <TooMany /> }),
  };
}

function TooMany(): VNode {
  return <Notice tone="notice">{useWords(deskMessages)('search_too_many')}</Notice>;
}

/** All requests, the finished ones too: by state, kind of help, place, whose they are and who keeps them. */
export const searchRoutes = listRoutes({
  path: spotPaths.deskRequests,
  access: ['coordinator'],
  audit: 'spot.requests.searched',
  filters,
  find,
  exported: {
    path: spotPaths.deskRequestsExport,
    audit: 'spot.requests.exported',
    whose: ({ requesterId }) => [requesterId],
  },
  about: (rows) => ({ subjectIds: [...new Set(rows.map(({ requesterId }) => requesterId))] }),
  columns: [
    {
      key: 'name',
      head: 'search_name',
      rowHead: true,
      cell: (row, locale, now) => (
        <Link href={spotPaths.deskRequest({ id: row.id })} apart={sayRequest(row, locale, now)}>
          <PersonName>{row.requester ?? deskMessages.in(locale)('somebody')}</PersonName>
        </Link>
      ),
      text: ({ requester }) => requester,
    },
    {
      key: 'category',
      head: 'search_request',
      cell: ({ category }, locale) => spotMessages.in(locale)(`category_${category}`),
      text: ({ category }, locale) => spotMessages.in(locale).plain(`category_${category}`),
    },
    {
      key: 'asked',
      head: 'search_asked',
      cell: ({ submittedAt }, locale, now) => formatsIn(locale).shortDayTime(submittedAt, yearOf(now)),
      text: ({ submittedAt }, locale) => formatsIn(locale).plain.dayTime(submittedAt),
    },
    {
      key: 'state',
      head: 'search_state',
      atEnd: true,
      cell: ({ state }, locale) => (
        <StatusChip tone={STATE_TONES[state] ?? 'plain'}>
          {deskMessages.in(locale)(`state_${state}`)}
        </StatusChip>
      ),
      text: ({ state }, locale) => deskMessages.in(locale).plain(`state_${state}`),
    },
    {
      key: 'where',
      head: 'where',
      cell: (row, locale) =>
        row.kind === 'place' ? <Town place={row} /> : spotMessages.in(locale)(`place_kind_${row.kind}`),
      text: (row, locale) =>
        row.kind === 'place'
          ? placeNameOf(row, locale)
          : spotMessages.in(locale).plain(`place_kind_${row.kind}`),
    },
    {
      key: 'coordinator',
      head: 'coordinator',
      needsHead: true,
      cell: ({ coordinatorId, keeper }, locale) =>
        coordinatorId ? (
          <PersonName>{keeper ?? deskMessages.in(locale)('somebody')}</PersonName>
        ) : (
          deskMessages.in(locale)('nobody_yet')
        ),
      text: ({ keeper }) => keeper,
    },
  ],
  keyOf: ({ id }) => `request-${id}`,
  rowsAPage: 50,
  words: deskMessages,
  title: 'search_title',
  lead: 'search_lead',
  search: 'search_go',
  caption: 'search_found',
  empty: 'search_empty',
  emptyText: 'search_empty_text',
  back: { href: housePaths.desk(), label: 'desk_title' },
});

/** What tells two requests of somebody apart. */
function sayRequest({ category, submittedAt }: Row, locale: Locale, now: Temporal.Instant) {
  const when = formatsIn(locale).shortDayTime(submittedAt, yearOf(now));
  return (
    <>
      {spotMessages.in(locale)(`category_${category}`)} · {when}
    </>
  );
}
