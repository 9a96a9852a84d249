import type { VNode } from 'preact';
import { listTowns } from '../../../japanese/places.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Button,
  Checkbox,
  Checkboxes,
  ChoiceCards,
  DateTimeSlots,
  FileField,
  Form,
  FormErrors,
  Notice,
  PageHead,
  PlaceField,
  Radios,
  Select,
  Step,
  Steps,
  StepsEnd,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { LANGUAGES, languageName, useMunicipalityChoices } from '../../people/index.ts';
import { type Danger, EmergencyPanel } from '../../safety/index.ts';
import { earliestDay, latestDay } from '../rules/times.ts';
import type { SpotSettings } from '../settings.ts';
import { CATEGORIES, LANGUAGE_TASKS, MOST, PLACE_KINDS } from '../types.ts';
import { spotMessages } from '../words.ts';
import { TIME_ROWS } from './form.ts';

export interface AskPageProps {
  readonly form: FormState;
  readonly settings: SpotSettings;
  readonly now: Temporal.Instant;
  /** What the texts speak of; empty when the form is first shown. */
  readonly dangers: readonly Danger[];
  readonly hasDraft: boolean;
}

const STEPS = ['step_what', 'step_when', 'step_where', 'step_talk', 'step_wishes'] as const;

/** The whole form: five small steps with scripts, one page without. Emergencies come first. */
export function AskPage(props: AskPageProps): VNode {
  const t = useWords(spotMessages);
  const { form } = props;
  return (
    <>
      <PageHead title={t('ask_title')} lead={t('ask_lead')} />
      <EmergencyPanel dangers={props.dangers} />
      {props.dangers.length > 0 && <Notice tone="notice">{t('danger_go_on')}</Notice>}
      {props.hasDraft && form.refusals.length === 0 && <Notice tone="info">{t('draft_is_here')}</Notice>}
      <FormErrors refusals={form.refusals} />
      <Form
        action="/spot/requests/summary"
        files
        steps
        draft="spot-request"
        hidden={{ shownDangers: props.dangers.join(' ') }}
        label={t.plain('ask_title')}
      >
        <Steps titles={STEPS.map((step) => t(step))} current={1} />
        <WhatStep {...props} />
        <WhenStep {...props} />
        <WhereStep {...props} />
        <TalkStep {...props} />
        <WishesStep {...props} />
        <StepsEnd>
          <Button kind="main">{t('to_summary')}</Button>
          <Button kind="quiet" name="intent" value="keep" noCheck>
            {t('keep_for_later')}
          </Button>
        </StepsEnd>
      </Form>
    </>
  );
}

function WhatStep({ form }: AskPageProps): VNode {
  const t = useWords(spotMessages);
  return (
    <Step id="what" title={t('step_what')} lead={t('what_lead')} step={1} steps={STEPS.length}>
      <ChoiceCards
        {...form.field('category')}
        label={t('category_label')}
        choices={CATEGORIES.map((category) => ({
          value: category,
          picture: category,
          label: t(`category_${category}`),
          hint: t(`category_${category}_examples`),
        }))}
      />
      <TextArea
        {...form.field('ownWords')}
        label={t('own_words_label')}
        hint={t('own_words_hint')}
        maxLength={MOST.ownWords}
      />
      <Checkboxes
        {...form.field('neededTasks')}
        values={form.values('neededTasks')}
        label={t('tasks_label')}
        choices={LANGUAGE_TASKS.map((task) => ({ value: task, label: t(`task_${task}`) }))}
      />
      <FileField
        name="photo"
        label={t('photo_label')}
        hint={t('photo_hint')}
        refusal={form.refusalOf('photo')}
        accept="image/*"
        megabytes={12}
        optional
      />
      {form.values('photoIds').map((id) => (
        <input type="hidden" name="photoIds" value={id} />
      ))}
      {form.values('photoIds').length > 0 && (
        <Notice tone="good">{t('photos_kept', { count: form.values('photoIds').length })}</Notice>
      )}
    </Step>
  );
}

function WhenStep({ form, settings, now }: AskPageProps): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const rows = Array.from({ length: TIME_ROWS }, (_, row) => row);
  return (
    <Step
      id="when"
      title={t('step_when')}
      lead={t('when_lead', hoursOf(settings))}
      step={2}
      steps={STEPS.length}
    >
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

function WhereStep({ form }: AskPageProps): VNode {
  const t = useWords(spotMessages);
  return (
    <Step id="where" title={t('step_where')} lead={t('where_lead')} step={3} steps={STEPS.length}>
      <ChoiceCards
        {...form.field('placeKind')}
        label={t('place_kind_label')}
        choices={PLACE_KINDS.map((kind) => ({
          value: kind,
          picture: kind,
          label: t(`place_kind_${kind}`),
          hint: t(`place_kind_${kind}_hint`),
        }))}
      />
      <PlaceField
        name="place"
        label={t('place_label')}
        hint={t('place_hint')}
        municipalities={useMunicipalityChoices()}
        towns={listTowns(form.value('place.municipality')).map(({ name }) => name)}
        value={{
          postcode: form.value('place.postcode'),
          municipality: form.value('place.municipality'),
          town: form.value('place.town'),
        }}
        refusals={{
          postcode: form.refusalOf('place.postcode'),
          municipality: form.refusalOf('place.municipality') ?? form.refusalOf('municipalityCode'),
          town: form.refusalOf('place.town') ?? form.refusalOf('town'),
        }}
        optional
        quietOptional
      />
      <TextField
        {...form.field('placeName')}
        label={t('place_name_label')}
        hint={t('place_name_hint')}
        optional
      />
      <TextField
        {...form.field('exactAddress')}
        label={t('exact_address_label')}
        hint={t('exact_address_hint')}
        autocomplete="street-address"
        optional
      />
    </Step>
  );
}

function TalkStep({ form }: AskPageProps): VNode {
  const t = useWords(spotMessages);
  const locale = useLocale();
  return (
    <Step id="talk" title={t('step_talk')} lead={t('talk_lead')} step={4} steps={STEPS.length}>
      <Checkboxes
        {...form.field('talkLanguages')}
        values={form.values('talkLanguages')}
        label={t('talk_languages_label')}
        choices={LANGUAGES.map((language) => ({ value: language, label: languageName(language, locale) }))}
        inline
      />
      <Checkbox
        name="isEasyJapaneseOk"
        label={t('easy_japanese_ok')}
        hint={t('easy_japanese_ok_hint')}
        checked={form.value('isEasyJapaneseOk') !== ''}
        optional
      />
    </Step>
  );
}

function WishesStep({ form }: AskPageProps): VNode {
  const t = useWords(spotMessages);
  return (
    <Step id="wishes" title={t('step_wishes')} lead={t('wishes_lead')} step={5} steps={STEPS.length}>
      <Radios
        {...form.field('genderWish')}
        label={t('gender_label')}
        hint={t('gender_hint')}
        choices={[
          { value: 'any', label: t('gender_any') },
          { value: 'female', label: t('gender_female') },
          { value: 'male', label: t('gender_male') },
        ]}
        value={form.value('genderWish') || 'any'}
        optional
        quietOptional
      />
      <TextArea
        {...form.field('goodToKnow')}
        label={t('good_to_know_label')}
        hint={t('good_to_know_hint')}
        maxLength={MOST.goodToKnow}
        rows={3}
        optional
      />
    </Step>
  );
}

/** Opening and closing as the sentences about them need it. */
function hoursOf(settings: SpotSettings): { opens: string; closes: string } {
  return { opens: settings.opensAt, closes: settings.closesAt };
}

function lengthsOf(settings: SpotSettings): number[] {
  const all = Array.from({ length: 20 }, (_, index) => (index + 1) * 30);
  return all.filter((minutes) => minutes >= settings.leastMinutes && minutes <= settings.mostMinutes);
}

function startsOf(settings: SpotSettings): string[] {
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const [first, last] = [minutesOf(settings.opensAt), minutesOf(settings.closesAt) - settings.leastMinutes];
  const starts: string[] = [];
  for (let minute = first; minute <= last; minute += 30) {
    starts.push(
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    );
  }
  return starts;
}
