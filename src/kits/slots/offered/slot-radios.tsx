import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { type FieldProps, Radios } from '../../../ui/index.ts';
import { ownMessages } from '../words.ts';
import type { Slot } from './store.ts';

/** Open times to choose from; where it is, is told to whoever has chosen. */
export function SlotRadios(props: FieldProps & { slots: readonly Omit<Slot, 'whereWords'>[] }): VNode {
  const words = useWords(ownMessages);
  const formats = useFormats();
  const { slots, ...field } = props;
  return (
    <Radios
      {...field}
      choices={slots.map(({ id, startsAt, endsAt, place }) => ({
        value: id,
        label: formats.span(startsAt, endsAt),
        hint: words(`slot_${place}`),
      }))}
    />
  );
}
