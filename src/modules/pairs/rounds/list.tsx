import { z } from 'zod';
import { defineForm, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn, yearOf } from '../../../platform/languages/formats.tsx';
import { Link, PersonName, StatusChip } from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsStaffMessages } from '../words.ts';
import { NewRound } from './pages/new-round.tsx';
import { areaName } from './pages/reasons.ts';
import { ROUND_TONES } from './pages/round-page.tsx';
import { listRounds } from './store/rounds.ts';

const STATES = ['draft', 'solved', 'published', 'discarded'] as const;

/** All rounds, the newest first, and how to begin one. Nobody who waits is named there. */
export const roundListRoutes = listRoutes({
  path: pairsPaths.deskRounds,
  access: ['coordinator'],
  audit: 'pairs.rounds.viewed',
  filters: defineForm(pairsStaffMessages, [
    pick(
      'state',
      z.preprocess((state) => state || undefined, z.enum(STATES).optional()),
      {
        label: 'round_state',
        orAll: true,
        options: (locale) =>
          STATES.map((value) => ({
            value,
            label: pairsStaffMessages.in(locale).plain(`round_state_${value}`),
          })),
      },
    ),
  ]),
  tabs: { by: 'state' },
  async find({ db, locale }, { state = null }, window) {
    const found = await listRounds(db, { state }, window);
    const persons = await findPersons(
      db,
      found.rows.map(({ createdBy }) => createdBy),
    );
    const rows = found.rows.map((round) => {
      const person = persons.get(round.createdBy);
      return { ...round, keeper: person ? callName(person, locale) : null };
    });
    return { rows, next: found.next };
  },
  columns: [
    {
      key: 'day',
      head: 'round_day',
      rowHead: true,
      cell: ({ id, heldOn }, locale, now) => (
        <Link href={pairsPaths.deskRound({ id })}>
          {pairsStaffMessages.in(locale)('round_of', {
            day: formatsIn(locale).shortDay(heldOn, yearOf(now)),
          })}
        </Link>
      ),
    },
    {
      key: 'area',
      head: 'round_area',
      cell: ({ area }, locale) =>
        area === null ? pairsStaffMessages.in(locale)('round_area_all') : areaName(area, locale),
    },
    {
      key: 'keeper',
      head: 'round_begun_by',
      needsHead: true,
      cell: ({ keeper }) => keeper && <PersonName>{keeper}</PersonName>,
    },
    {
      key: 'state',
      head: 'round_state',
      atEnd: true,
      cell: ({ state, solving }, locale) => {
        const t = pairsStaffMessages.in(locale);
        return solving ? (
          <StatusChip tone="waiting">{t('round_is_solved_now')}</StatusChip>
        ) : (
          <StatusChip tone={ROUND_TONES[state]}>{t(`round_state_${state}`)}</StatusChip>
        );
      },
    },
  ],
  keyOf: ({ id }) => `round-${id}`,
  rowsAPage: 30,
  words: pairsStaffMessages,
  title: 'rounds_title',
  lead: 'rounds_lead',
  empty: 'rounds_empty',
  emptyText: 'rounds_empty_text',
  ways: [{ href: pairsPaths.deskReplay(), label: 'replay_title' }],
  foot: () => <NewRound />,
});
