import { z } from 'zod';
import { defineForm, pick } from '../../../../kits/forms/index.ts';
import { type Found, listRoutes } from '../../../../kits/lists/index.ts';
import { formatsIn, yearOf } from '../../../../platform/languages/formats.tsx';
import { Link, PersonName, StatusChip } from '../../../../ui/index.ts';
import { callName, findPersons } from '../../../people/index.ts';
import { pairsPaths } from '../../paths.ts';
import type { Pair } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import { countPairs, listPairs, PARTS } from '../store/lists.ts';
import { STATE_TONES } from './page.tsx';

const chosen = <const T extends readonly [string, ...string[]]>(of: T) =>
  z.preprocess((sent) => sent || undefined, z.enum(of).optional().catch(undefined));

const filters = defineForm(pairsStaffMessages, [
  pick('show', chosen(PARTS), {
    label: 'pair_show',
    options: (locale) =>
      PARTS.filter((part) => part !== 'proposals').map((value) => ({
        value,
        label: pairsStaffMessages.in(locale).plain(`part_${value}`),
      })),
  }),
  pick('care', chosen(['mine']), {
    label: 'pair_care',
    orAll: true,
    options: (locale) => [{ value: 'mine', label: pairsStaffMessages.in(locale).plain('pair_care_mine') }],
  }),
]);

interface Row {
  readonly pair: Pair;
  readonly names: ReadonlyMap<string, string>;
}

/** Pairs by where they stand; nobody finds those that they are in. */
export const pairListRoutes = listRoutes({
  path: pairsPaths.deskPairs,
  access: ['coordinator'],
  audit: 'pairs.pairs.viewed',
  filters,
  tabs: {
    by: 'show',
    first: 'part_proposals',
    counts: ({ db, actor }) => countPairs(db, actor.personId),
  },
  async find({ db, locale, actor }, { show = 'proposals', care }, window): Promise<Found<Row>> {
    const inCareOf = care ? actor.personId : null;
    const { rows, next } = await listPairs(db, { part: show, readerId: actor.personId, inCareOf }, window);
    const ids = rows.flatMap(({ volunteerId, residentId, coordinatorId }) => [
      volunteerId,
      residentId,
      coordinatorId,
    ]);
    const persons = await findPersons(db, [...new Set(ids)]);
    const names = new Map([...persons].map(([id, person]) => [id, callName(person, locale)]));
    return { next, rows: rows.map((pair) => ({ pair, names })) };
  },
  about: (rows) => ({
    subjectIds: [...new Set(rows.flatMap(({ pair }) => [pair.volunteerId, pair.residentId]))],
  }),
  columns: [
    {
      key: 'pair',
      head: 'pair_column',
      rowHead: true,
      cell: ({ pair, names }, locale) => (
        <Link href={pairsPaths.deskPair({ id: pair.id })}>
          <PersonName>
            {pairsStaffMessages.in(locale)('pair_of_two', {
              volunteer: names.get(pair.volunteerId) ?? '',
              resident: names.get(pair.residentId) ?? '',
            })}
          </PersonName>
        </Link>
      ),
    },
    {
      key: 'state',
      head: 'pair_state',
      cell: ({ pair: { state } }, locale) => (
        <StatusChip tone={STATE_TONES[state]}>
          {pairsStaffMessages.in(locale)(`pair_state_${state}`)}
        </StatusChip>
      ),
    },
    {
      key: 'until',
      head: 'pair_until',
      cell: ({ pair: { answerBy, endsOn } }, locale, now) => {
        const formats = formatsIn(locale);
        if (answerBy) return formats.shortDayTime(answerBy, yearOf(now));
        return endsOn ? formats.shortDay(endsOn.subtract({ days: 1 }), yearOf(now)) : null;
      },
    },
    {
      key: 'care',
      head: 'pair_care',
      atEnd: true,
      cell: ({ pair, names }) => names.get(pair.coordinatorId) ?? null,
    },
  ],
  keyOf: ({ pair }) => `pair-${pair.id}`,
  rowsAPage: 50,
  words: pairsStaffMessages,
  title: 'pairs_on_desk',
  lead: 'pairs_on_desk_lead',
  search: 'narrow_down',
  empty: 'pairs_none',
  emptyText: 'pairs_none_text',
});
