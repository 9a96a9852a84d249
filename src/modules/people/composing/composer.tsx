import type { ComponentChildren, VNode } from 'preact';
import type { z } from 'zod';
import { WritingAid } from '../../../kits/easy-writing/index.ts';
import { type Field, lines } from '../../../kits/forms/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Select, TextArea, type TextAreaProps } from '../../../ui/index.ts';
import { languageName } from '../languages/known.ts';
import { composingMessages } from './messages.ts';
import type { Reader } from './readers.ts';
import { READY, type ReadyPurpose, readySentence } from './ready.ts';

interface ComposerProps extends Omit<TextAreaProps, 'value' | 'refusal'> {
  readonly form: FormState;
  /** Who will read it; nobody: the coordinators. */
  readonly readers?: readonly Reader[] | undefined;
  /** Offers ready-made sentences; choosing one is enough. */
  readonly purpose?: ReadyPurpose | undefined;
  /** What stands in the field before anything was typed. */
  readonly value?: string | undefined;
}

/** Languages in which no space stands between sentences. */
const UNSPACED: readonly Locale[] = ['ja', 'zh-Hans'];

/** Refusals that are said once: sent again, the words go as they are. */
const HINTS = ['could_be_easier', 'written_in_japanese'];

/**
 * Words of one person to another: beside the field stands what the reader reads, and below it the sentences that are
 * there in every language. Its form's `composing` fields are read by `compose`.
 */
export function Composer({ form, readers = [], purpose, ...field }: ComposerProps): VNode {
  const t = useWords(composingMessages);
  const locale = useLocale();
  const { refusal, value } = form.field(field.name);
  const wasHinted = form.refusals.some((one) => one.field === field.name && HINTS.includes(one.code));
  const isReady = purpose && readers.length > 0;
  // That coordinators read Japanese is no news to who writes it.
  const isNoNews = readers.length === 0 && locale === 'ja';
  return (
    <>
      {isReady && <ReadyChoice form={form} purpose={purpose} />}
      <TextArea
        {...field}
        value={value || field.value}
        refusal={refusal}
        hint={isNoNews ? field.hint : <ReadBy readers={readers} hint={field.hint} />}
        optional={field.optional || Boolean(isReady)}
        quietOptional={field.quietOptional || Boolean(isReady)}
      />
      {readsJapanese(readers) && <WritingAid form={form} name={field.name} />}
      {wasHinted && (
        <>
          <input type="hidden" name="hintsSeen" value="1" />
          <p class="field-hint">{t('send_again_as_it_is')}</p>
        </>
      )}
    </>
  );
}

/** Whether somebody who reads it reads Japanese: then Easy Japanese is worth an aid. */
function readsJapanese(readers: readonly Reader[]): boolean {
  return readers.some(({ reads }) => reads.at(-1)?.startsWith('ja') === true);
}

/** Words to the coordinators as a field of a form; what `lines` takes. */
export function composed<const Name extends string, Value>(
  name: Name,
  schema: z.ZodType<Value>,
  about: Parameters<typeof lines>[2] = {},
): Field<Name, Value> {
  const { rows, maxLength } = about;
  return {
    ...lines(name, schema, about),
    draw: ({ field, form }) => <Composer {...field} form={form} rows={rows} maxLength={maxLength} />,
  };
}

/** In which languages it can be written so that it is read, and what else is said of the field. */
function ReadBy(props: { readonly readers: readonly Reader[]; readonly hint: ComponentChildren }): VNode {
  const t = useWords(composingMessages);
  const locale = useLocale();
  const between = UNSPACED.includes(locale) ? '' : ' ';
  if (props.readers.length === 0)
    return (
      <>
        {t('coordinators_read')}
        {between}
        {props.hint}
      </>
    );
  return (
    <>
      {props.readers.map((reader) => (
        <>
          {t('reads', { name: reader.name, languages: <LanguagesRead languages={reader.reads} /> })}
          {between}
        </>
      ))}
      {props.hint}
    </>
  );
}

/** What a `Reader` reads, in one list. */
export function LanguagesRead({ languages }: { readonly languages: Reader['reads'] }): VNode {
  const t = useWords(composingMessages);
  const locale = useLocale();
  const name = (code: string) => (code === 'ja-easy' ? t('easy_japanese') : languageName(code, locale));
  return <>{formatsIn(locale).list(languages.map(name))}</>;
}

function ReadyChoice({ form, purpose }: { readonly form: FormState; readonly purpose: ReadyPurpose }): VNode {
  const t = useWords(composingMessages);
  const locale = useLocale();
  return (
    <Select
      {...form.field('ready')}
      label={t('ready_label')}
      hint={t('ready_hint')}
      options={READY[purpose].map((key) => ({ value: key, label: readySentence(key, locale) }))}
      optional
      quietOptional
    />
  );
}
