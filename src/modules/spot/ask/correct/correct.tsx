import type { VNode } from 'preact';
import { listTowns } from '../../../../japanese/places.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { DateTimeSlots, Radios, Select, TextField } from '../../../../ui/index.ts';
import { Composer, listMunicipalityChoices } from '../../../people/index.ts';
import { Decision } from '../../desk/request/decision.tsx';
import type { DeskProps } from '../../desk/request/scene.ts';
import { deskMessages } from '../../desk/words.ts';
import { slotsToCome, startsOnOffer, TIME_ROWS } from '../../meet/times.ts';
import { CATEGORIES, MOST, PLACE_KINDS } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import { TalkFields } from '../form/steps/talk-fields.tsx';
import { latestDay } from '../rules/times/times.ts';
import { mayCorrect } from './rules.ts';

/** Putting right what a request says: all of it until somebody has said yes, then the kind of help and the length. */
export function Correct(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const { form, request } = props;
  const isWhole = mayCorrect(request.state).all;
  return (
    <Decision
      of={props}
      act="corrections"
      label={isWhole ? t('correct_all') : undefined}
      text={isWhole ? t('correct_all_text') : undefined}
    >
      <Select
        {...form.field('category')}
        value={form.value('category') || request.category}
        label={t('category')}
        options={CATEGORIES.map((value) => ({ value, label: spot.plain(`category_${value}`) }))}
      />
      <TextField
        {...form.field('durationMinutes')}
        value={form.value('durationMinutes') || String(request.durationMinutes)}
        label={t('length_in_minutes')}
        hint={t('length_hint', { most: props.settings.mostMinutes })}
        inputmode="numeric"
        width="short"
      />
      {isWhole && <Whole {...props} />}
      <Composer
        form={form}
        name="correctionReason"
        readers={props.readers}
        label={t('correction_reason')}
        hint={t('requester_reads_this')}
        rows={2}
        maxLength={MOST.reason}
      />
    </Decision>
  );
}

/** When, where and in which languages; what the form came back with, or what the request says. */
function Whole(props: DeskProps): VNode {
  const isTyped = props.form.value('parts') !== '';
  // Looking again asks for other times itself.
  const withTimes = props.request.state !== 'unfilled';
  return (
    <>
      <input type="hidden" name="parts" value={withTimes ? 'all' : 'where'} />
      {withTimes && <Times of={props} isTyped={isTyped} />}
      <Where of={props} isTyped={isTyped} />
      <Talk of={props} isTyped={isTyped} />
    </>
  );
}

interface PartProps {
  readonly of: DeskProps;
  readonly isTyped: boolean;
}

function Times({ of, isTyped }: PartProps): VNode {
  const t = useWords(deskMessages);
  const { form, request, settings, now } = of;
  const rows = Array.from({ length: TIME_ROWS }, (_, row) => row);
  const typed = rows.map((row) => ({
    date: form.value(`newTimes.${row}.date`),
    start: form.value(`newTimes.${row}.start`),
  }));
  return (
    <DateTimeSlots
      name="newTimes"
      label={t('possible_times')}
      hint={t('new_times_hint')}
      rows={TIME_ROWS}
      starts={startsOnOffer(settings)}
      earliest={now.toZonedDateTimeISO(settings.timeZone).toPlainDate().toString()}
      latest={latestDay(now, settings).toString()}
      slots={isTyped ? typed : slotsToCome(request, now, settings)}
      refusal={form.refusalOf('newTimes')}
      refusals={rows.map((row) => form.refusalOf(`newTimes.${row}`))}
      optional
      quietOptional
    />
  );
}

function Where({ of, isTyped }: PartProps): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const { form, request } = of;
  const { place } = request;
  const shown = (name: string, was: string | null) => (isTyped ? form.value(name) : (was ?? ''));
  const municipality = shown('place.municipality', place.municipalityCode);
  return (
    <>
      <Radios
        {...form.field('placeKind')}
        value={shown('placeKind', place.kind)}
        label={t('where')}
        choices={PLACE_KINDS.map((kind) => ({ value: kind, label: spot(`place_kind_${kind}`) }))}
      />
      <Select
        {...form.field('place.municipality')}
        value={municipality}
        label={t('new_municipality')}
        hint={t('new_place_hint')}
        options={listMunicipalityChoices(useLocale())}
        optional
        quietOptional
      />
      <TextField
        {...form.field('place.town')}
        value={shown('place.town', place.town)}
        label={t('new_town')}
        suggestions={listTowns(municipality).map(({ name }) => ({ value: name, label: name }))}
        maxLength={MOST.town}
        optional
        quietOptional
      />
      <TextField
        {...form.field('placeName')}
        value={shown('placeName', place.placeName)}
        label={spot('place_name_label')}
        maxLength={MOST.placeName}
        optional
      />
    </>
  );
}

function Talk({ of, isTyped }: PartProps): VNode {
  const t = useWords(deskMessages);
  const { form, request } = of;
  return (
    <TalkFields
      form={form}
      chosen={isTyped ? form.values('talkLanguages') : request.talkLanguages}
      isEasyJapaneseOk={isTyped ? form.value('isEasyJapaneseOk') !== '' : request.isEasyJapaneseOk}
      label={t('languages')}
    />
  );
}
