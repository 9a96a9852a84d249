import type { VNode } from 'preact';
import type { Helpline } from '../../../japanese/helplines/helplines.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Checkbox,
  Checkboxes,
  Form,
  FormErrors,
  PageHead,
  Radios,
  TextField,
} from '../../../ui/index.ts';
import { FIRST_LANGUAGES, LANGUAGES, languageName } from '../../people/index.ts';
import { Hours, usePurpose } from '../help-now-views.tsx';
import { safetyPaths } from '../paths.ts';
import { type CheckedHelpline, HOURS, URGENCIES } from '../types.ts';
import { safetyMessages, staffSafetyMessages } from '../words.ts';
import { MARKS } from './form.ts';

interface FormPageProps {
  readonly form: FormState;
  /** The line that is changed; null for a new one. */
  readonly line: CheckedHelpline | null;
  /** The same as it came with the program; null for a line of the organization's own. */
  readonly original: Helpline | null;
}

/** A line as an administrator writes it; of a line that comes with the program, only what can change. */
export function LineFormPage({ form, line, original }: FormPageProps): VNode {
  const t = useWords(staffSafetyMessages);
  return (
    <>
      <PageHead
        title={line ? t('change_line_which', { number: line.helpline.number }) : t('add_line')}
        lead={line ? undefined : t('add_line_lead')}
        back={{ href: safetyPaths.helplines(), label: t('helplines_title') }}
      />
      <FormErrors refusals={form.refusals} />
      {line && original && <WhatFor line={line} />}
      <Form
        action={safetyPaths.helplinesLines()}
        idempotencyKey={form.value('idempotency_key') || undefined}
        hidden={line ? { kept: line.helpline.number, number: line.helpline.number } : undefined}
      >
        {!line && (
          <TextField
            {...form.field('number')}
            type="tel"
            label={t('number')}
            hint={t('number_hint')}
            width="medium"
          />
        )}
        {!original && <WordsFields form={form} />}
        <HoursFields form={form} original={original} />
        <LanguageFields form={form} original={original} />
        <Checkbox
          name="isFree"
          label={t('is_free')}
          checked={form.value('isFree') !== ''}
          optional
          quietOptional
        />
        <Actions>
          <Button kind="main">{t('save_line')}</Button>
        </Actions>
      </Form>
    </>
  );
}

/** The program's own words stay: they exist in every language. */
function WhatFor({ line }: { line: CheckedHelpline }): VNode {
  return <p class="lead">{usePurpose(line.helpline, line.own)}</p>;
}

const TITLES = [
  ['titleJa', 'title_ja', 'ja'],
  ['titleJaEasy', 'title_ja_easy', 'ja-easy'],
  ['titleEn', 'title_en', 'en'],
  ['titleZhHans', 'title_zh_hans', 'zh-Hans'],
] as const;

function WordsFields({ form }: { form: FormState }): VNode {
  const t = useWords(staffSafetyMessages);
  return (
    <>
      {TITLES.map(([name, key, locale]) => (
        <TextField
          {...form.field(name)}
          label={t(key)}
          hint={t(`${key}_hint`, MARKS)}
          lang={localeFacts[locale].tag}
          maxLength={locale === 'ja-easy' ? 160 : 80}
          optional={locale === 'ja-easy' || locale === 'zh-Hans'}
        />
      ))}
      <Radios
        {...form.field('urgency')}
        label={t('urgency')}
        choices={URGENCIES.map((value) => ({ value, label: t(`urgency_${value}`) }))}
      />
    </>
  );
}

function HoursFields({ form, original }: Pick<FormPageProps, 'form' | 'original'>): VNode {
  const t = useWords(staffSafetyMessages);
  const time = { type: 'time', width: 'short', optional: true } as const;
  return (
    <>
      <Radios
        {...form.field('hours')}
        label={t('hours')}
        choices={HOURS.filter((value) => original || value !== 'as_it_comes').map((value) => ({
          value,
          label: original && value === 'as_it_comes' ? <AsItComes {...original} /> : t(`hours_are_${value}`),
        }))}
      />
      <TextField {...form.field('opensAt')} {...time} label={t('opens_at')} hint={t('times_hint')} />
      <TextField {...form.field('closesAt')} {...time} label={t('closes_at')} />
    </>
  );
}

function AsItComes({ hours }: Pick<Helpline, 'hours'>): VNode {
  const t = useWords(staffSafetyMessages);
  return (
    <>
      {t('hours_are_as_it_comes')} <Hours hours={hours} />
    </>
  );
}

function LanguageFields({ form, original }: Pick<FormPageProps, 'form' | 'original'>): VNode {
  const t = useWords(staffSafetyMessages);
  const say = useWords(safetyMessages);
  const locale = useLocale();
  const first: readonly string[] = ['ja', ...FIRST_LANGUAGES];
  const chosen = form.values('languages');
  const count = original?.language_count;
  const withNone = count ? say.plain('language_count', { count }) : say.plain('languages_unknown');
  const choiceOf = (value: string) => ({ value, label: languageName(value, locale) });
  // What is ticked is in sight.
  const inSight = (value: string) => first.includes(value) || chosen.includes(value);
  return (
    <Checkboxes
      name="languages"
      label={t('languages')}
      hint={t('languages_hint', { words: withNone })}
      refusal={form.refusalOf('languages')}
      values={chosen}
      choices={LANGUAGES.filter(inSight).map(choiceOf)}
      more={{
        label: t('more_languages'),
        choices: LANGUAGES.filter((value) => !inSight(value)).map(choiceOf),
      }}
      inline
      optional
    />
  );
}
