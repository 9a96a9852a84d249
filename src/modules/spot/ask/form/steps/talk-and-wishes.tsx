import type { VNode } from 'preact';
import { useLocale } from '../../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../../platform/web/form-state.ts';
import { Disclosure, Radios, TextArea } from '../../../../../ui/index.ts';
import { LANGUAGES, languageName } from '../../../../people/index.ts';
import { GENDER_WISHES, MOST } from '../../../types.ts';
import { type AskedOf, useAskWords } from './ask-words.ts';
import { TalkFields } from './talk-fields.tsx';

interface Asked {
  readonly form: FormState;
  readonly of?: AskedOf | undefined;
}

/** In which languages they can talk: asked where nothing is known of it, otherwise a line that opens. */
export function Talk({ form, of }: Asked): VNode {
  const t = useAskWords(of);
  const locale = useLocale();
  const chosen = form.values('talkLanguages');
  const isEasyOk = form.value('isEasyJapaneseOk') !== '';
  const names = LANGUAGES.filter((one) => chosen.includes(one)).map((one) => languageName(one, locale));
  const known = [...names, ...(isEasyOk ? [t('easy_japanese')] : [])];
  const fields = (
    <>
      <TalkFields
        form={form}
        chosen={chosen}
        isEasyJapaneseOk={isEasyOk}
        label={t('talk_languages_label')}
        easyHint={t('easy_japanese_ok_hint')}
      />
      <p class="field-hint">{t('talk_lead')}</p>
    </>
  );
  if (known.length === 0 || form.refusalOf('talkLanguages')) return fields;
  const languages = known.map((name, at) => (
    <>
      {at > 0 && (locale === 'en' ? ', ' : '、')}
      {name}
    </>
  ));
  return <Disclosure summary={t('talk_known', { languages: <>{languages}</> })}>{fields}</Disclosure>;
}

/** Who should come, and what is good to know: few have a wish, so that it opens on a press. */
export function Wishes({ form, of }: Asked): VNode {
  const t = useAskWords(of);
  const wish = form.value('genderWish') || 'any';
  const isOpen =
    wish !== 'any' ||
    form.value('goodToKnow') !== '' ||
    ['genderWish', 'goodToKnow'].some((field) => form.refusalOf(field));
  return (
    <Disclosure summary={t('step_wishes')} open={isOpen}>
      <Radios
        {...form.field('genderWish')}
        label={t('gender_label')}
        hint={t('gender_hint')}
        choices={(['any', ...GENDER_WISHES] as const).map((one) => ({
          value: one,
          label: t(`gender_${one}`),
        }))}
        value={wish}
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
    </Disclosure>
  );
}
