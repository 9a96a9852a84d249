import type { VNode } from 'preact';
import { findMunicipality, listMunicipalities, type Municipality } from '../../../../japanese/places.ts';
import {
  type Drawn,
  defineForm,
  duration,
  type Field,
  Part,
  settingPage,
  snake,
  someOf,
  timeOfDay,
  typed,
  whole,
} from '../../../../kits/forms/index.ts';
import { closedBy, hoursForm } from '../../../../kits/slots/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { choices, each } from '../../../../platform/web/form-fields.ts';
import { Checkboxes, FieldGroup, SelectOptions } from '../../../../ui/index.ts';
import { spotPaths } from '../../paths.ts';
import { spotSetting } from '../../settings.ts';
import { MOST } from '../../types.ts';
import { deskMessages } from '../words.ts';
import { spotClosing } from './closing.tsx';

const PREFECTURES = ['13', '14', '11', '12'] as const;
const MORE_MUNICIPALITIES = [1, 2, 3];

const nameIn = (locale: Locale, place: Pick<Municipality, 'name' | 'english'> | undefined) =>
  (locale === 'en' ? place?.english : place?.name) ?? '';

/** Everything that the organization sets for Spot, each with what it does, in the order of the page. */
export const spotForm = defineForm(
  deskMessages,
  [
    duration('leastMinutes', [15, 600], { under: 'settings_asking' }),
    duration('mostMinutes', [15, 600]),
    whole('noticeBusinessDays', [0, 30]),
    whole('mostDaysAhead', [7, 365]),
    whole('mostPossibleTimes', [1, MOST.possibleTimes]),
    someOf(
      'areaPrefectures',
      choices(PREFECTURES).refine((some) => some.length > 0, { message: 'choose_a_prefecture' }),
      {
        choices: (locale) =>
          PREFECTURES.map((value) => ({
            value,
            label: nameIn(
              locale,
              listMunicipalities().find(({ prefecture }) => prefecture.code === value)?.prefecture,
            ),
          })),
      },
    ),
    leftOut(),
    whole('waveSize', [1, 20], { under: 'settings_volunteers' }),
    whole('mostWaves', [1, 20]),
    whole('neededLevel', [1, 6]),
    duration('travelBufferMinutes', [0, 240]),
    whole('unfilledBeforeHours', [1, 336], { under: 'settings_afterwards' }),
    duration('overdueAfterMinutes', [5, 720]),
    timeOfDay('freeCancellationUntil'),
    whole('lapseAfterDays', [3, 365]),
    whole('forgetAfterDays', [1, 3650]),
  ],
  {
    label: (name) => `setting_${snake(name)}`,
    hint: (name) => `about_${snake(name)}`,
  },
);

/** The page of Spot's settings, and its place among all. */
export const spotSettingPage = settingPage({
  setting: spotSetting,
  of: spotForm,
  formerly: hoursForm,
  read: (typed, before) =>
    typed.mostMinutes < typed.leastMinutes
      ? { value: null, refusals: [{ code: 'most_is_less_than_least', field: 'mostMinutes' }] }
      : { value: { ...before, ...typed }, refusals: [] },
  consequences: closedBy([spotClosing]),
  path: spotPaths.settingsSpot(),
  audit: 'spot.settings.changed',
  words: deskMessages,
  title: 'settings_title',
  lead: 'settings_lead',
  what: 'settings_what',
  order: 30,
  inShort: ['noticeBusinessDays', 'mostMinutes', 'areaPrefectures', 'waveSize'],
});

/** Municipalities left out: those that are, to be taken in again, and drop-downs of all others by name. */
function leftOut(): Field<'areaExceptMunicipalities', string[]> {
  return {
    name: 'areaExceptMunicipalities',
    schema: each((code) => findMunicipality(code) !== undefined, 'choose_a_municipality'),
    type: typed,
    say: (codes, locale) =>
      formatsIn(locale).list(codes.map((code) => nameIn(locale, findMunicipality(code)) || code)),
    draw: (drawn) => <LeftOut {...drawn} />,
  };
}

function LeftOut({ field, form }: Drawn): VNode {
  const locale = useLocale();
  const { name } = field;
  const out = form.values(name).filter((code) => findMunicipality(code));
  return (
    <>
      {out.length > 0 && (
        <Checkboxes
          {...field}
          optional={false}
          values={out}
          inline
          choices={out.map((value) => ({ value, label: nameIn(locale, findMunicipality(value)) }))}
        />
      )}
      <MoreToLeaveOut name={name} out={out} refusal={field.refusal} />
    </>
  );
}

function MoreToLeaveOut(props: {
  readonly name: string;
  readonly out: readonly string[];
  readonly refusal: Drawn['field']['refusal'];
}): VNode {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const { name, out } = props;
  const options = listMunicipalities()
    .filter(({ code }) => !out.includes(code))
    .map((one) => ({ value: one.code, label: nameIn(locale, one), group: nameIn(locale, one.prefecture) }));
  return (
    <FieldGroup
      name={out.length > 0 ? `${name}-more` : name}
      label={t('add_municipalities')}
      refusal={out.length > 0 ? undefined : props.refusal}
    >
      <div class="slots slot-parts">
        {MORE_MUNICIPALITIES.map((row) => (
          <Part id={`${name}-more-${row}`} label={t('municipality_row', { row })}>
            <select class="input" id={`${name}-more-${row}`} name={name}>
              <SelectOptions options={options} />
            </select>
          </Part>
        ))}
      </div>
    </FieldGroup>
  );
}
