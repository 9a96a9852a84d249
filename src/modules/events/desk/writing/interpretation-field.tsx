import type { VNode } from 'preact';
import { z } from 'zod';
import { readTyped } from '../../../../japanese/typed.ts';
import { type Drawn, type Field, Part } from '../../../../kits/forms/index.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { FieldGroup, SelectOptions } from '../../../../ui/index.ts';
import { LANGUAGES, plainLanguageName } from '../../../people/index.ts';
import { eventsStaffMessages } from '../../words.ts';

/** A language that is interpreted into, and for how many; null: for whoever comes. */
export interface Interpretation {
  readonly language: string;
  readonly seats: number | null;
}

const MOST_ROWS = 12;
const MORE_ROWS = 2;
const SPOKEN: readonly string[] = LANGUAGES.filter((one) => one !== 'ja');

const typedRows = z
  .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.string()).max(MOST_ROWS * 2))
  .transform((all) => all.map((one) => readTyped(one.trim())))
  .transform((all) => pairsOf(all).filter(([language, seats]) => language !== '' || seats !== ''))
  .refine((rows) => rows.every(([language]) => SPOKEN.includes(language)), {
    message: 'interpretation_needs_its_language',
  })
  .refine((rows) => new Set(rows.map(([language]) => language)).size === rows.length, {
    message: 'interpretation_stands_twice',
  })
  .refine((rows) => rows.every(([, seats]) => /^\d{0,4}$/.test(seats)), { message: 'write_a_whole_number' })
  .transform((rows) =>
    rows.map(([language, seats]) => ({ language, seats: seats === '' ? null : Number(seats) })),
  ) as unknown as z.ZodType<Interpretation[]>;

/** Into which languages is interpreted, each with its seats: two fields a row, all of one name. */
export const interpretationField: Field<'interpretation', Interpretation[]> = {
  name: 'interpretation',
  label: 'event_interpretation_seats',
  hint: 'event_interpretation_seats_hint',
  schema: typedRows,
  type: (rows) => rows.flatMap(({ language, seats }) => [language, seats === null ? '' : `${seats}`]),
  draw: (drawn) => <Rows {...drawn} />,
};

function Rows({ field, form }: Drawn): VNode {
  const t = useWords(eventsStaffMessages);
  const locale = useLocale();
  const { name } = field;
  const filled = pairsOf(form.values(name)).filter((row) => row.some((part) => part !== ''));
  const rows = [...filled, ...Array<[string, string]>(MORE_ROWS).fill(['', ''])].slice(0, MOST_ROWS);
  const options = SPOKEN.map((value) => ({ value, label: plainLanguageName(value, locale) }));
  const isInvalid = field.refusal ? ('true' as const) : undefined;
  return (
    <FieldGroup {...field} optional={false}>
      <div class="slots">
        {rows.map(([language, seats], row) => (
          <div class="slot-parts">
            <Part
              id={row === 0 ? name : `${name}-${row}`}
              label={t('event_interpretation_row', { row: row + 1 })}
            >
              <select
                class="input"
                id={row === 0 ? name : `${name}-${row}`}
                name={name}
                aria-invalid={isInvalid}
              >
                <SelectOptions options={options} value={language} />
              </select>
            </Part>
            <Part id={`${name}-${row}-seats`} label={t('event_interpretation_row_seats', { row: row + 1 })}>
              <input
                class="input"
                id={`${name}-${row}-seats`}
                name={name}
                value={seats}
                inputmode="numeric"
                maxlength={4}
                aria-invalid={isInvalid}
              />
            </Part>
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

function pairsOf(all: readonly string[]): [string, string][] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => [
    all[at * 2] ?? '',
    all[at * 2 + 1] ?? '',
  ]);
}
