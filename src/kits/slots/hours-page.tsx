import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import type { Closed, Closing } from '../../platform/parts/closing.ts';
import type { Consequences } from '../../platform/parts/settings-place.ts';
import { choices, text } from '../../platform/web/form-fields.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import { Checkbox, Notice } from '../../ui/index.ts';
import {
  days,
  defineForm,
  settingPage,
  snake,
  someOf,
  tick,
  timeOfDay,
  unseen,
  yearlyPeriods,
} from '../forms/index.ts';
import { type Hours, hoursSetting } from './hours.ts';
import { isClosedAt } from './opening.ts';
import { slotsPaths } from './paths.ts';
import { slotsMessages } from './words.ts';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const FIELD = 'closesKnown';
/** More than somebody reads one by one. */
const MOST_SHOWN = 100;

/** When the organization is open, as an administrator sets it. */
export const hoursForm = defineForm(
  slotsMessages,
  [
    someOf(
      'openWeekdays',
      choices(WEEKDAYS)
        .refine((some) => some.length > 0, { message: 'choose_a_weekday' })
        .transform((some) => some.map(Number)),
      {
        choices: (locale) =>
          WEEKDAYS.map((value) => ({
            value,
            label: slotsMessages.in(locale).plain('weekday_name', { weekday: value }),
          })),
      },
    ),
    timeOfDay('opensAt'),
    timeOfDay('closesAt'),
    tick('isClosedOnHolidays'),
    yearlyPeriods('yearlyClosures'),
    days('closedOn'),
    days('openOn'),
    // Which list of what this closes was looked at.
    unseen(FIELD, text(100)),
  ],
  { label: (name) => `setting_${snake(name)}`, hint: (name) => `about_${snake(name)}` },
);

/** The page of the hours, and its place among all settings. @param closings what of programs a change may close */
export const hoursPage = (closings: readonly Closing[]) =>
  settingPage({
    setting: hoursSetting,
    of: hoursForm,
    read: ({ closesKnown: _, ...typed }, before) =>
      typed.closesAt > typed.opensAt
        ? { value: { ...before, ...typed }, refusals: [] }
        : { value: null, refusals: [{ code: 'close_after_opening', field: 'closesAt' }] },
    consequences: closedBy(closings),
    path: slotsPaths.hours(),
    audit: 'slots.hours.changed',
    words: slotsMessages,
    title: 'hours_title',
    lead: 'hours_lead',
    what: 'hours_what',
    order: 20,
    inShort: ['openWeekdays', 'opensAt', 'closesAt'],
  });

/** What a change of hours closes in all programs, to be looked at before it is saved. */
export function closedBy(closings: readonly Closing[]): Consequences<Hours> {
  return {
    field: FIELD,
    code: 'see_what_this_closes',
    codeOfUndoing: 'see_what_undoing_closes',
    async find(db, { before, after, now }) {
      const closes = (startsAt: Temporal.Instant, minutes: number) =>
        isClosedAt({ startsAt, minutes }, after) && !isClosedAt({ startsAt, minutes }, before);
      const found = await Promise.all(closings.map((one) => one.find(db, { closes, now })));
      const closed = found.filter((one) => one !== null);
      if (closed.length === 0) return null;
      const mark = markOf(closed);
      const count = closed.reduce((sum, one) => sum + one.count, 0);
      const items = closed.flatMap((one) => one.items);
      return { count, mark, draw: (form) => <WhatCloses items={items} mark={mark} form={form} /> };
    },
  };
}

/** What a form sends back to say that this list was looked at, as short for a long one. */
export function markOf(closed: readonly Closed[]): string {
  const names = closed.map((one) => one.names).join('\n');
  return createHash('sha256').update(names).digest('base64url');
}

/** What a change would close, and the box that says it was looked at. */
function WhatCloses(props: {
  readonly items: readonly VNode[];
  readonly mark: string;
  readonly form: FormState;
}): VNode {
  const t = useWords(slotsMessages);
  return (
    <Notice title={t('closes_title')}>
      <p>{t('closes_text')}</p>
      <ul>{props.items.slice(0, MOST_SHOWN)}</ul>
      {props.items.length > MOST_SHOWN && (
        <p>{t('closes_more', { count: props.items.length - MOST_SHOWN })}</p>
      )}
      <Checkbox
        name={FIELD}
        label={t('closes_known')}
        value={props.mark}
        refusal={props.form.refusalOf(FIELD)}
      />
    </Notice>
  );
}
