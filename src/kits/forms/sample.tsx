import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { choice, requiredText, text } from '../../platform/web/form-fields.ts';
import { Section } from '../../ui/styleguide/index.ts';
import { defineForm } from './define.ts';
import { ChangedMeanwhile } from './drafts/changed.tsx';
import { FilledIn } from './draw.tsx';
import { oneOf, tick } from './fields/choices.tsx';
import { duration, yearlyPeriods } from './fields/spans.tsx';
import { line, lines, timeOfDay, whole } from './fields/text.tsx';
import { kitMessages } from './words.ts';

const SIZES = ['small', 'large'] as const;

const sample = defineForm(kitMessages, [
  line('sampleName', requiredText(40), { hint: 'sample_name_hint' }),
  oneOf('sampleSize', choice(SIZES), {
    choices: (locale) =>
      SIZES.map((value) => ({ value, label: kitMessages.in(locale)(`sample_size_${value}`) })),
  }),
  whole('sampleSeats', [1, 40]),
  timeOfDay('sampleOpens', { under: 'sample_hours' }),
  duration('sampleLength', [15, 240]),
  yearlyPeriods('sampleClosed'),
  tick('sampleOnline'),
  lines('sampleAbout', text(300), { maxLength: 300 }),
]);

/** A form of a list of fields, half filled in, and what is said where its draft was changed meanwhile. */
export function FormsSample(): VNode {
  const t = useWords(kitMessages);
  const values = { sampleLength: 90, sampleClosed: [{ from: '12-29', to: '01-03' }], sampleOnline: true };
  return (
    <Section id="kit-forms" title={t('sample_title')}>
      <ChangedMeanwhile>
        <p>{t('sample_before')}</p>
      </ChangedMeanwhile>
      <FilledIn of={sample} form={sample.begin(values)} action="/styleguide" button={t('sample_send')} />
    </Section>
  );
}
