import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { FieldGroup, type FieldProps } from '../fields/field.tsx';
import { uiMessages } from '../messages.ts';

/** Days by their ISO number: 1 is Monday, 7 is Sunday. */
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export interface PartOfDay {
  code: string;
  label: ComponentChildren;
  plainLabel: string;
  /** From when to when. */
  hint?: ComponentChildren | undefined;
}

export interface AvailabilityGridProps extends FieldProps {
  /** Morning, afternoon and evening unless others are given (hours, for example). */
  parts?: readonly PartOfDay[] | undefined;
  /** What is ticked, as `day-part`: `6-morning` is Saturday morning. */
  values?: readonly string[] | undefined;
  /** Days that are asked about, by ISO number; all seven when missing. */
  days?: readonly number[] | undefined;
  /** Times that can be ticked but lie outside, as `day-part`, and the words that say so in their cells. */
  outside?: { values: ReadonlySet<string>; label: ComponentChildren; plainLabel: string } | undefined;
}

/** Seven days × parts of the day, to tick. A table with room, a list for each day on a phone. Sent under one name as `day-part`. */
export function AvailabilityGrid(props: AvailabilityGridProps): VNode {
  const words = useWords(uiMessages);
  const usual = usePartsOfDay();
  const parts = props.parts ?? usual;
  const days = props.days ?? WEEKDAYS.map((_, index) => index + 1);
  const ticked = new Set(props.values);
  return (
    <FieldGroup {...props}>
      <table class="availability" id={props.name}>
        <caption class="visually-hidden">{words('availability_caption')}</caption>
        <thead>
          <tr>
            <td />
            {parts.map((part) => (
              <th scope="col">
                {part.label}
                {part.hint && <span class="availability-hint"> {part.hint}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <DayRow name={props.name} day={day} parts={parts} ticked={ticked} outside={props.outside} />
          ))}
        </tbody>
      </table>
    </FieldGroup>
  );
}

function DayRow(props: {
  name: string;
  day: number;
  parts: readonly PartOfDay[];
  ticked: ReadonlySet<string>;
  outside: AvailabilityGridProps['outside'];
}): VNode {
  const words = useWords(uiMessages);
  const weekday = WEEKDAYS[props.day - 1] ?? 'monday';
  return (
    <tr>
      <th scope="row">{words(weekday)}</th>
      {props.parts.map((part) => {
        const value = `${props.day}-${part.code}`;
        const label = words.plain('day_and_part', { day: words.plain(weekday), part: part.plainLabel });
        const outside = props.outside?.values.has(value) ? props.outside : undefined;
        return (
          <td data-outside={outside && 'true'}>
            <label>
              <input type="checkbox" name={props.name} value={value} checked={props.ticked.has(value)} />
              <span class="visually-hidden">
                {outside ? words.plain('part_outside', { part: label, outside: outside.plainLabel }) : label}
              </span>
              <span class="availability-part" aria-hidden="true">
                {part.label}
              </span>
              {outside && (
                <span class="availability-hint" aria-hidden="true">
                  {outside.label}
                </span>
              )}
            </label>
          </td>
        );
      })}
    </tr>
  );
}

/** Morning, afternoon, evening in the reader's language. */
export function usePartsOfDay(): PartOfDay[] {
  const words = useWords(uiMessages);
  return (['morning', 'afternoon', 'evening'] as const).map((code) => ({
    code,
    label: words(`part_${code}`),
    plainLabel: words.plain(`part_${code}`),
  }));
}
