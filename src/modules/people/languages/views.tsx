import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Checkbox,
  Form,
  FormErrors,
  LanguageGrid,
  type LanguageGridProps,
  type LanguageRow,
  PageHead,
  Radios,
} from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { JAPANESE_LEVELS, TASKS } from '../types.ts';
import {
  FIRST_LANGUAGES,
  type Language,
  languageName,
  MORE_LANGUAGES,
  ownNameOf,
  plainLanguageName,
} from './known.ts';
import { ABILITY_WORDS } from './rules.ts';

/** Every language but Japanese, by what somebody does in it. */
export function LanguagesPage(props: { form: FormState }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  const rows = useLanguageRows();
  return (
    <>
      <PageHead
        title={words('languages_title')}
        lead={words('languages_lead')}
        back={{ href: housePaths.me(), label: words('back_to_my_page') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action={peoplePaths.languages()} idempotencyKey={form.value('idempotency_key') || undefined}>
        <LanguageGrid
          name="languages"
          label={words('languages_label')}
          hint={words('languages_hint')}
          refusal={form.refusalOf('languages')}
          languages={rows(FIRST_LANGUAGES)}
          more={rows(MORE_LANGUAGES)}
          values={answersOf(form, [...FIRST_LANGUAGES, ...MORE_LANGUAGES])}
          optional
          quietOptional
        />
        <Actions>
          <Button kind="main">{words('keep')}</Button>
          <Button href={peoplePaths.japanese()}>{words('japanese_title')}</Button>
        </Actions>
      </Form>
    </>
  );
}

/** How somebody speaks Japanese, in sentences of what they can do; then reading, filling in and telephone. */
export function JapanesePage(props: { form: FormState; isVolunteer: boolean }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  const rows = useLanguageRows();
  return (
    <>
      <PageHead
        title={words('japanese_title')}
        lead={words('japanese_lead')}
        back={{ href: housePaths.me(), label: words('back_to_my_page') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action={peoplePaths.japanese()} idempotencyKey={form.value('idempotency_key') || undefined}>
        <Radios
          {...form.field('japaneseSpeaking')}
          label={words('japanese_speaking')}
          hint={words('japanese_speaking_hint')}
          choices={JAPANESE_LEVELS.map((level) => ({ value: level, label: words(`japanese_${level}`) }))}
        />
        <LanguageGrid
          name="languages"
          label={words('japanese_tasks')}
          refusal={form.refusalOf('languages')}
          languages={rows(['ja'])}
          skills={['read', 'write', 'phone']}
          values={answersOf(form, ['ja'])}
          optional
          quietOptional
        />
        {props.isVolunteer && (
          <Checkbox
            {...form.field('easesJapanese')}
            value="on"
            checked={form.value('easesJapanese') !== ''}
            label={words('eases_japanese')}
            hint={words('eases_japanese_hint')}
            optional
          />
        )}
        <Actions>
          <Button kind="main">{words('keep')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function useLanguageRows(): (codes: readonly Language[]) => LanguageRow[] {
  const locale = useLocale();
  return (codes) =>
    codes.map((code) => ({
      code,
      name: languageName(code, locale),
      plainName: plainLanguageName(code, locale),
      ownName: ownNameOf(code),
    }));
}

function answersOf(form: FormState, codes: readonly Language[]): LanguageGridProps['values'] {
  const answer = (code: Language, task: string) =>
    ABILITY_WORDS.find((word) => word === form.value(`languages.${code}.${task}`));
  return Object.fromEntries(
    codes.map((code) => [
      code,
      Object.fromEntries(TASKS.flatMap((task) => (answer(code, task) ? [[task, answer(code, task)]] : []))),
    ]),
  );
}
