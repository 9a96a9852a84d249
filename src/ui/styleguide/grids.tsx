import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { AvailabilityGrid } from '../availability-grid/availability-grid.tsx';
import { DateTimeSlots } from '../date-time-slots/date-time-slots.tsx';
import { PlaceField } from '../fields/place-field.tsx';
import { Form } from '../form/form.tsx';
import { LanguageGrid, type LanguageRow } from '../language-grid/language-grid.tsx';
import { sampleMessages } from './messages.ts';
import { Section } from './section.tsx';

const STARTS = ['08:30', '09:00', '09:30', '10:00', '10:30', '13:00', '14:00', '15:00', '16:00', '17:00'];
const LENGTHS = [30, 60, 90, 120, 180];

/** The grids: languages by task, weekly availability, possible times, place. */
export function Grids(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="grids" title={words('grids')}>
      <Form action="/styleguide" idempotencyKey="sample" label={words.plain('grids')}>
        <SampleLanguages />
        <AvailabilityGrid
          name="times"
          label={words('availability_label')}
          values={['2-morning', '6-morning', '6-afternoon']}
          outside={{
            values: new Set(['7-morning', '7-afternoon', '7-evening']),
            label: words('outside_hours'),
            plainLabel: words.plain('outside_hours'),
          }}
          optional
        />
        <SampleSlots />
        <SamplePlace />
      </Form>
    </Section>
  );
}

function SampleLanguages(): VNode {
  const words = useWords(sampleMessages);
  const row = (code: 'ja' | 'en' | 'ne' | 'vi'): LanguageRow => ({
    code,
    name: words(`lang_${code}`),
    plainName: words.plain(`lang_${code}`),
    ownName: new Intl.DisplayNames(code, { type: 'language' }).of(code),
  });
  return (
    <LanguageGrid
      name="languages"
      label={words('languages_label')}
      hint={words('languages_hint')}
      languages={[row('ja'), row('en')]}
      more={[row('ne'), row('vi')]}
      values={{ ja: { speak: 'a_little' }, ne: { speak: 'well', read: 'well', write: 'yes', phone: 'yes' } }}
      refusals={{ en: words('lang_refusal') }}
    />
  );
}

function SampleSlots(): VNode {
  const words = useWords(sampleMessages);
  return (
    <DateTimeSlots
      name="slots"
      label={words('when_label')}
      hint={words('when_hint')}
      starts={STARTS}
      lengths={LENGTHS}
      earliest="2026-11-24"
      latest="2027-02-28"
      slots={[
        { date: '2026-11-24', start: '10:30', minutes: '60' },
        { date: '2026-11-25', start: '17:00', minutes: '180' },
      ]}
      refusals={[undefined, words('when_refusal')]}
    />
  );
}

function SamplePlace(): VNode {
  const words = useWords(sampleMessages);
  const group = words.plain('tokyo');
  return (
    <PlaceField
      name="place"
      label={words('place_label')}
      municipalities={[
        { value: '13104', label: words.plain('option_shinjuku'), group },
        { value: '13123', label: words.plain('option_edogawa'), group },
      ]}
      value={{ postcode: '169-0000' }}
      refusals={{ postcode: words('place_refusal') }}
      towns={[]}
    />
  );
}
