import type { VNode } from 'preact';
import { listMunicipalities } from '../../../../japanese/places.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Checkbox,
  Checkboxes,
  Form,
  FormErrors,
  Heading,
  PageHead,
  TextField,
} from '../../../../ui/index.ts';
import type { ComingTimes } from '../../store/lists/coming-times.ts';
import { deskMessages } from '../words.ts';
import { WhatCloses } from './closing.tsx';
import { Days, Duration, LeftOut, Periods } from './fields.tsx';
import { NUMBERS, type NumberName, PREFECTURES, WEEKDAYS } from './form.ts';
import { aboutKey, settingKey } from './setting-names.ts';

/** Every rule that the organization sets, each with what it does. */
export function SettingsPage(props: { form: FormState; closed: readonly ComingTimes[] }): VNode {
  const t = useWords(deskMessages);
  const { form } = props;
  return (
    <>
      <PageHead
        title={t('settings_title')}
        lead={t('settings_lead')}
        back={{ href: '/settings', label: t('all_settings') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action="/desk/settings" idempotencyKey={form.value('idempotency_key') || undefined}>
        <Heading level={2}>{t('settings_hours')}</Heading>
        <Hours form={form} />
        <Heading level={2}>{t('settings_asking')}</Heading>
        <Duration form={form} name="leastMinutes" />
        <Duration form={form} name="mostMinutes" />
        <Numbers form={form} names={['noticeBusinessDays', 'mostDaysAhead', 'mostPossibleTimes']} />
        <Area form={form} />
        <Heading level={2}>{t('settings_volunteers')}</Heading>
        <Numbers form={form} names={['waveSize', 'mostWaves', 'neededLevel']} />
        <Duration form={form} name="travelBufferMinutes" />
        <Heading level={2}>{t('settings_afterwards')}</Heading>
        <Numbers form={form} names={['unfilledBeforeHours']} />
        <Duration form={form} name="overdueAfterMinutes" />
        <TimeOfDay form={form} name="freeCancellationUntil" />
        <Numbers form={form} names={['lapseAfterDays', 'forgetAfterDays']} />
        <WhatCloses closed={props.closed} form={form} />
        <Actions>
          <Button kind="main">{t('save_settings')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function Numbers(props: { form: FormState; names: readonly NumberName[] }): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      {props.names.map((name) => {
        const [least, most] = NUMBERS[name];
        return (
          <TextField
            {...props.form.field(name)}
            label={t(settingKey(name))}
            hint={
              <>
                {t(aboutKey(name))} {t('number_from_to', { least, most })}
              </>
            }
            inputmode="numeric"
            width="short"
          />
        );
      })}
    </>
  );
}

function Hours({ form }: { form: FormState }): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <Checkboxes
        name="openWeekdays"
        values={form.values('openWeekdays')}
        refusal={form.refusalOf('openWeekdays')}
        label={t(settingKey('openWeekdays'))}
        hint={t(aboutKey('openWeekdays'))}
        inline
        choices={WEEKDAYS.map((value) => ({ value, label: t('weekday_name', { weekday: value }) }))}
      />
      <TimeOfDay form={form} name="opensAt" />
      <TimeOfDay form={form} name="closesAt" />
      <Checkbox
        name="isClosedOnHolidays"
        label={t(settingKey('isClosedOnHolidays'))}
        hint={t(aboutKey('isClosedOnHolidays'))}
        checked={form.value('isClosedOnHolidays') !== ''}
        optional
        quietOptional
      />
      <Periods form={form} />
      <Days form={form} name="closedOn" />
      <Days form={form} name="openOn" />
    </>
  );
}

function TimeOfDay(props: {
  form: FormState;
  name: 'opensAt' | 'closesAt' | 'freeCancellationUntil';
}): VNode {
  const t = useWords(deskMessages);
  return (
    <TextField
      {...props.form.field(props.name)}
      label={t(settingKey(props.name))}
      hint={t(aboutKey(props.name))}
      type="time"
      width="short"
    />
  );
}

function Area({ form }: { form: FormState }): VNode {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const names = new Map(listMunicipalities().map(({ prefecture }) => [prefecture.code, prefecture]));
  return (
    <>
      <Checkboxes
        name="areaPrefectures"
        values={form.values('areaPrefectures')}
        refusal={form.refusalOf('areaPrefectures')}
        label={t(settingKey('areaPrefectures'))}
        hint={t(aboutKey('areaPrefectures'))}
        inline
        choices={PREFECTURES.map((value) => ({
          value,
          label: locale === 'en' ? names.get(value)?.english : names.get(value)?.name,
        }))}
      />
      <LeftOut form={form} />
    </>
  );
}
