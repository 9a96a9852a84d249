import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Section } from '../../ui/styleguide/index.ts';
import { daily } from './daily.ts';
import { SlotRadios } from './offered/slot-radios.tsx';
import { ownMessages } from './words.ts';

const DAY = Temporal.PlainDate.from('2026-12-07');

const slots = ['13:00', '13:45', '15:15'].map((time, at) => {
  const startsAt = daily(time).on(DAY.add({ days: at }));
  const place = at === 1 ? ('place' as const) : ('online' as const);
  return {
    id: `sample-${at}`,
    kind: 'sample.talk',
    hostId: '',
    startsAt,
    endsAt: startsAt.add({ minutes: 45 }),
    place,
  };
});

/** Open times as somebody chooses one of them. */
export function SlotsSample(): VNode {
  const words = useWords(ownMessages);
  return (
    <Section id="kit-slots" title={words('sample_slots')}>
      <SlotRadios name="sampleSlot" label={words('sample_choose')} slots={slots} />
    </Section>
  );
}
