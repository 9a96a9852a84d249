import type { ComponentChildren, VNode } from 'preact';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { lengthOfTime, singleDays, type YearlyPeriod, yearly } from '../../../platform/web/form-fields.ts';
import { FieldGroup, SelectOptions } from '../../../ui/index.ts';
import { type About, type Drawn, type Field, typed } from '../field.ts';
import { kitMessages } from '../words.ts';

/** Rows to fill in beyond those that are filled in already. */
const MORE_DAYS = 2;

/** A length of time, asked for in hours and minutes, either of which may be left empty; its value and bounds in minutes. */
export function duration<const Name extends string>(
  name: Name,
  [least, most]: readonly [least: number, most: number],
  more: About = {},
): Field<Name, number> {
  return {
    ...more,
    name,
    schema: lengthOfTime(least, most),
    bounds: (locale) => kitMessages.in(locale).plain('duration_from_to', { least, most: most / 60 }),
    type: (minutes) => [String(Math.floor(minutes / 60)), String(minutes % 60)],
    say: (minutes, locale) => formatsIn(locale).minutes(minutes),
    draw: (drawn) => <HoursAndMinutes {...drawn} />,
  };
}

function HoursAndMinutes({ field, form }: Drawn): VNode {
  const t = useWords(kitMessages);
  const { name } = field;
  const parts = ['hours', 'minutes'] as const;
  return (
    <Group field={field}>
      {parts.map((part, at) => {
        const id = at === 0 ? name : `${name}-${part}`;
        return (
          <Part id={id} label={t(`${part}_part`)}>
            <input
              class="input"
              id={id}
              name={name}
              value={form.values(name)[at] ?? ''}
              inputmode="numeric"
              maxlength={4}
              aria-invalid={invalid(field)}
            />
          </Part>
        );
      })}
    </Group>
  );
}

/** Single days, `2026-11-22`; an empty one is none. */
export function days<const Name extends string>(name: Name, more: About = {}): Field<Name, string[]> {
  return {
    ...more,
    name,
    schema: singleDays,
    type: typed,
    say: (value, locale) =>
      sayAll(
        value.map((day) => sayDay(day, locale)),
        locale,
      ),
    draw: (drawn) => <Days {...drawn} />,
  };
}

function Days({ field, form }: Drawn): VNode {
  const t = useWords(kitMessages);
  const filled = form.values(field.name).filter((day) => day !== '');
  return (
    <Group field={field}>
      {[...filled, ...Array<string>(MORE_DAYS).fill('')].map((day, row) => {
        const id = row === 0 ? field.name : `${field.name}-${row}`;
        return (
          <Part id={id} label={t('day_row', { row: row + 1 })}>
            <input
              class="input"
              type="date"
              id={id}
              name={field.name}
              value={day}
              aria-invalid={invalid(field)}
            />
          </Part>
        );
      })}
    </Group>
  );
}

/** Parts of a yearly period in the order of its fields. */
const PERIOD_PARTS = ['first_month', 'first_day', 'last_month', 'last_day'] as const;

/** Periods of every year by month and day: a day of one year is not asked for. */
export function yearlyPeriods<const Name extends string>(
  name: Name,
  more: About = {},
): Field<Name, YearlyPeriod[]> {
  return {
    ...more,
    name,
    schema: yearly,
    type: (value) =>
      value.flatMap(({ from, to }) =>
        [from, to].flatMap((at) => at.split('-').map((part) => `${Number(part)}`)),
      ),
    say: (value, locale) =>
      sayAll(
        value.map(({ from, to }) => `${sayMonthAndDay(from, locale)} – ${sayMonthAndDay(to, locale)}`),
        locale,
      ),
    draw: (drawn) => <Periods {...drawn} />,
  };
}

function Periods({ field, form, locale }: Drawn): VNode {
  const t = useWords(kitMessages);
  const { name } = field;
  const values = form.values(name);
  const rows = Array.from({ length: Math.ceil(values.length / PERIOD_PARTS.length) + 1 }, (_, row) => row);
  const optionsOf = (part: (typeof PERIOD_PARTS)[number]) =>
    part.endsWith('month')
      ? upTo(12).map((value) => ({ value, label: monthName(Number(value), locale) }))
      : upTo(31).map((value) => ({ value, label: t.plain('day_of_month', { day: value }) }));
  return (
    <FieldGroup {...field} optional={false}>
      <div class="slots">
        {rows.map((row) => (
          <div class="slot-parts">
            {PERIOD_PARTS.map((part, at) => {
              const id = row + at === 0 ? name : `${name}-${row}-${part}`;
              return (
                <Part id={id} label={t('period_part', { row: row + 1, part: t.plain(part) })}>
                  <select class="input" id={id} name={name} aria-invalid={invalid(field)}>
                    <SelectOptions options={optionsOf(part)} value={values[row * PERIOD_PARTS.length + at]} />
                  </select>
                </Part>
              );
            })}
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

const upTo = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1));
function sayAll(said: readonly string[], locale: Locale): string {
  return said.length > 0 ? formatsIn(locale).list(said) : kitMessages.in(locale).plain('none');
}

const sayDay = (day: string, locale: Locale) => formatsIn(locale).plain.day(Temporal.PlainDate.from(day));

function monthName(month: number, locale: Locale): string {
  return Temporal.PlainDate.from({ year: 2000, month, day: 1 }).toLocaleString(localeFacts[locale].tag, {
    month: 'long',
  });
}

function sayMonthAndDay(at: string, locale: Locale): string {
  const day = Temporal.PlainDate.from(`2000-${at}`);
  return day.toLocaleString(localeFacts[locale].tag, { month: 'short', day: 'numeric' });
}

/** Every part is marked: which of them is wrong, only all together say. */
const invalid = (field: Drawn['field']) => (field.refusal ? ('true' as const) : undefined);

/** The parts of one answer side by side. */
function Group(props: { readonly field: Drawn['field']; readonly children: ComponentChildren }): VNode {
  return (
    <FieldGroup {...props.field} optional={false}>
      <div class="slots">
        <div class="slot-parts">{props.children}</div>
      </div>
    </FieldGroup>
  );
}

/** One of them, with its own label. */
export function Part(props: {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div>
      <label for={props.id}>{props.label}</label>
      {props.children}
    </div>
  );
}
