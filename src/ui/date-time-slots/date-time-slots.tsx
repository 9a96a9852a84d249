import type { ComponentChildren, VNode } from 'preact';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { SelectOptions } from '../fields/choices.tsx';
import { FieldGroup, type FieldProps, OptionalMark, Refusal } from '../fields/field.tsx';
import { uiMessages } from '../messages.ts';

/** One possible time as typed: `2026-11-24`, `10:30`, `60`. Empty strings for what is not chosen yet. */
export interface TypedSlot {
  date: string;
  start: string;
  minutes?: string | undefined;
}

export interface DateTimeSlotsProps extends FieldProps {
  slots?: readonly TypedSlot[] | undefined;
  /** How many times can be given; the first is needed, the others may stay empty. */
  rows?: number | undefined;
  /** First and last day that can be picked, ISO. */
  earliest?: string | undefined;
  latest?: string | undefined;
  /** Starting times on offer, `HH:MM`. */
  starts: readonly string[];
  /** Lengths on offer in minutes; absent where the length is asked for by itself. */
  lengths?: readonly number[] | undefined;
  /** Sentences beside one row, by its number from 0. */
  refusals?: readonly (ComponentChildren | undefined)[] | undefined;
}

/**
 * One or more possible times: day, start, length. Sent as `name.0.date`, `name.0.start`, `name.0.minutes` and so on.
 * Times after the first are folded away until somebody has more than one to give.
 */
export function DateTimeSlots(props: DateTimeSlotsProps): VNode {
  const rows = Array.from({ length: props.rows ?? 3 }, (_, row) => row);
  return (
    <FieldGroup {...props}>
      <div class="slots" id={props.name}>
        {rows.map((row) =>
          row === 0 ? <SlotRow row={row} all={props} /> : <FurtherSlot row={row} all={props} />,
        )}
      </div>
    </FieldGroup>
  );
}

function FurtherSlot(props: { row: number; all: DateTimeSlotsProps }): VNode {
  const { row, all } = props;
  const words = useWords(uiMessages);
  const typed = all.slots?.[row];
  const isFilled = Boolean(typed?.date || typed?.start || all.refusals?.[row]);
  return (
    <details class="slot-more" open={isFilled}>
      <summary>{words('times_more', { row: row + 1 })}</summary>
      <SlotRow row={row} all={all} />
    </details>
  );
}

function SlotRow(props: { row: number; all: DateTimeSlotsProps }): VNode {
  const { row, all } = props;
  const words = useWords(uiMessages);
  const name = `${all.name}.${row}`;
  const refusal = all.refusals?.[row];
  return (
    <fieldset
      class="slot"
      id={name}
      data-refused={refusal ? true : undefined}
      aria-describedby={refusal ? `${name}-refusal` : undefined}
    >
      <legend>
        {words('times_row', { row: row + 1 })}
        <OptionalMark optional={row > 0} />
      </legend>
      <Refusal id={`${name}-refusal`}>{refusal}</Refusal>
      <div class="slot-parts">
        <SlotParts
          name={name}
          required={row === 0 && !all.optional}
          refused={Boolean(refusal)}
          row={row}
          all={all}
        />
      </div>
    </fieldset>
  );
}

function SlotParts(props: {
  name: string;
  required: boolean;
  refused: boolean;
  row: number;
  all: DateTimeSlotsProps;
}): VNode {
  const { name, required, all } = props;
  const words = useWords(uiMessages);
  const formats = useFormats();
  const typed = all.slots?.[props.row];
  const invalid = props.refused ? ('true' as const) : undefined;
  return (
    <>
      <div>
        <label for={`${name}.date`}>{words('date')}</label>
        <input
          class="input"
          type="date"
          id={`${name}.date`}
          name={`${name}.date`}
          value={typed?.date ?? ''}
          min={all.earliest}
          max={all.latest}
          required={required}
          aria-invalid={invalid}
        />
      </div>
      <div>
        <label for={`${name}.start`}>{words('start_time')}</label>
        <select
          class="input"
          id={`${name}.start`}
          name={`${name}.start`}
          required={required}
          aria-invalid={invalid}
        >
          <SelectOptions
            options={all.starts.map((start) => ({ value: start, label: formats.plain.clock(start) }))}
            value={typed?.start}
          />
        </select>
      </div>
      {all.lengths && <LengthPart {...props} lengths={all.lengths} />}
    </>
  );
}

function LengthPart(props: {
  name: string;
  required: boolean;
  refused: boolean;
  row: number;
  all: DateTimeSlotsProps;
  lengths: readonly number[];
}): VNode {
  const name = `${props.name}.minutes`;
  const words = useWords(uiMessages);
  const formats = useFormats();
  const options = props.lengths.map((minutes) => ({
    value: String(minutes),
    label: formats.plain.minutes(minutes),
  }));
  return (
    <div>
      <label for={name}>{words('length')}</label>
      <select
        class="input"
        id={name}
        name={name}
        required={props.required}
        aria-invalid={props.refused ? 'true' : undefined}
      >
        <SelectOptions options={options} value={props.all.slots?.[props.row]?.minutes} />
      </select>
    </div>
  );
}
