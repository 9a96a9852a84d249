import type { VNode } from 'preact';
import { useFormats } from '../../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../../platform/web/form-state.ts';
import { DateTimeSlots, Select, Step } from '../../../../../ui/index.ts';
import type { SpotSettings } from '../../../settings.ts';
import { openingOf } from '../../../words.ts';
import { earliestDay, latestDay } from '../../rules/times/times.ts';
import { TIME_ROWS } from '../form.ts';
import { type AskedOf, useAskWords } from './ask-words.ts';
import { stepProps } from './steps.ts';

/** When, and for how long; the hours, the notice and the longest time stand beside the fields. */
export function WhenStep(props: {
  form: FormState;
  settings: SpotSettings;
  now: Temporal.Instant;
  of?: AskedOf;
}): VNode {
  const t = useAskWords(props.of);
  const formats = useFormats();
  const { form, settings, now } = props;
  const rows = Array.from({ length: TIME_ROWS }, (_, row) => row);
  return (
    <Step title={t('step_when')} lead={t('when_lead', openingOf(settings, formats))} {...stepProps('when')}>
      <Select
        {...form.field('durationMinutes')}
        label={t('duration_label')}
        hint={t('duration_hint', { most: formats.minutes(settings.mostMinutes) })}
        options={lengthsOf(settings).map((minutes) => ({
          value: `${minutes}`,
          label: formats.plain.minutes(minutes),
        }))}
        width="medium"
      />
      <DateTimeSlots
        name="times"
        label={t('times_label')}
        hint={t('times_hint', { earliest: formats.day(earliestDay(now, settings)) })}
        refusal={form.refusalOf('times')}
        rows={TIME_ROWS}
        slots={rows.map((row) => ({
          date: form.value(`times.${row}.date`),
          start: form.value(`times.${row}.start`),
        }))}
        refusals={rows.map((row) => form.refusalOf(`times.${row}`))}
        earliest={earliestDay(now, settings).toString()}
        latest={latestDay(now, settings).toString()}
        starts={startsOf(settings)}
      />
    </Step>
  );
}

function lengthsOf(settings: SpotSettings): number[] {
  const all = Array.from({ length: 20 }, (_, index) => (index + 1) * 30);
  return all.filter((minutes) => minutes >= settings.leastMinutes && minutes <= settings.mostMinutes);
}

function startsOf(settings: SpotSettings): string[] {
  const opens = Temporal.PlainTime.from(settings.opensAt);
  const minutesOpen = opens.until(Temporal.PlainTime.from(settings.closesAt)).total('minutes');
  const count = Math.floor((minutesOpen - settings.leastMinutes) / 30) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    opens.add({ minutes: index * 30 }).toString({ smallestUnit: 'minute' }),
  );
}
