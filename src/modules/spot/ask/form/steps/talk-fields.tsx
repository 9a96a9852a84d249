import type { ComponentChildren, VNode } from 'preact';
import { useLocale, useWords } from '../../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../../platform/web/form-state.ts';
import { Checkbox, Checkboxes } from '../../../../../ui/index.ts';
import { FIRST_LANGUAGES, LANGUAGES, languageName } from '../../../../people/index.ts';
import { spotMessages } from '../../../words.ts';

/** In which languages they can talk; those chosen come first, ticked; those that few speak are folded away. */
export function TalkFields(props: {
  readonly form: FormState;
  readonly chosen: readonly string[];
  readonly isEasyJapaneseOk: boolean;
  readonly label: ComponentChildren;
  readonly easyHint?: ComponentChildren;
}): VNode {
  const t = useWords(spotMessages);
  const locale = useLocale();
  const { form, chosen } = props;
  const first = [...new Set([...chosen, 'ja', ...FIRST_LANGUAGES])];
  const others = LANGUAGES.filter((language) => !first.includes(language));
  const choose = (language: string) => ({ value: language, label: languageName(language, locale) });
  return (
    <>
      <Checkboxes
        {...form.field('talkLanguages')}
        values={chosen}
        label={props.label}
        choices={first.map(choose)}
        more={{ label: t('more_languages'), choices: others.map(choose) }}
        inline
      />
      <Checkbox
        name="isEasyJapaneseOk"
        label={t('easy_japanese_ok')}
        hint={props.easyHint}
        checked={props.isEasyJapaneseOk}
        optional
      />
    </>
  );
}
