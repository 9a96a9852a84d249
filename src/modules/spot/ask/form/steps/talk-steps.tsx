import type { ComponentChildren, VNode } from 'preact';
import type { FormState } from '../../../../../platform/web/form-state.ts';
import { Button, Radios, Step, StepsEnd, TextArea } from '../../../../../ui/index.ts';
import { GENDER_WISHES, MOST } from '../../../types.ts';
import { type AskedOf, useAskWords } from './ask-words.ts';
import { stepProps } from './steps.ts';
import { TalkFields } from './talk-fields.tsx';

/** In which languages they can talk; those of the profile are ticked before anybody has answered. */
export function TalkStep({ form, of }: { form: FormState; of?: AskedOf }): VNode {
  const t = useAskWords(of);
  return (
    <Step title={t('step_talk')} lead={t('talk_lead')} {...stepProps('talk')}>
      <TalkFields
        form={form}
        chosen={form.values('talkLanguages')}
        isEasyJapaneseOk={form.value('isEasyJapaneseOk') !== ''}
        label={t('talk_languages_label')}
        easyHint={t('easy_japanese_ok_hint')}
      />
    </Step>
  );
}

/** Wishes, and what is good to know; the last step, with the way to the summary. */
export function WishesStep({
  form,
  of,
  children,
}: {
  form: FormState;
  of?: AskedOf;
  /** What ends the form, where it is not the way to the summary. */
  children?: ComponentChildren;
}): VNode {
  const t = useAskWords(of);
  return (
    <Step title={t('step_wishes')} lead={t('wishes_lead')} {...stepProps('wishes')}>
      <Radios
        {...form.field('genderWish')}
        label={t('gender_label')}
        hint={t('gender_hint')}
        choices={(['any', ...GENDER_WISHES] as const).map((wish) => ({
          value: wish,
          label: t(`gender_${wish}`),
        }))}
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
      {children ?? (
        <StepsEnd>
          <Button kind="main">{t('to_summary')}</Button>
        </StepsEnd>
      )}
    </Step>
  );
}
