import type { VNode } from 'preact';
import { useHref, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Checkboxes, ChoiceCards, FileField, Step, TextArea } from '../../../ui/index.ts';
import { CATEGORIES, LANGUAGE_TASKS, MOST } from '../types.ts';
import { spotMessages } from '../words.ts';
import { stepProps } from './steps.ts';

/** What is needed: the kind, in one's own words, what the volunteer does, a photo of the paper. */
export function WhatStep({ form }: { form: FormState }): VNode {
  const t = useWords(spotMessages);
  return (
    <Step title={t('step_what')} lead={t('what_lead')} {...stepProps('what')}>
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
        hint={t('tasks_hint')}
        choices={LANGUAGE_TASKS.map((task) => ({ value: task, label: t(`task_${task}`) }))}
      />
      <KeptPhotos ids={form.values('photoIds')} />
      <FileField
        name="photo"
        label={t('photo_label')}
        hint={t('photo_hint')}
        refusal={form.refusalOf('photo')}
        accept="image/*"
        megabytes={12}
        optional
      />
    </Step>
  );
}

/** The photos that are there already, small; ticked ones are taken out. */
function KeptPhotos(props: { ids: readonly string[] }): VNode | null {
  const t = useWords(spotMessages);
  const href = useHref();
  if (props.ids.length === 0) return null;
  return (
    <>
      {props.ids.map((id) => (
        <input type="hidden" name="photoIds" value={id} />
      ))}
      <Checkboxes
        name="removedPhotoIds"
        label={t('photos_kept', { count: props.ids.length })}
        inline
        choices={props.ids.map((id, index) => ({
          value: id,
          label: (
            <>
              <img class="thumbnail" src={href(`/spot/drafts/photos/${id}`)} alt="" loading="lazy" />
              {t('take_photo_out', { number: index + 1 })}
            </>
          ),
        }))}
        optional
        quietOptional
      />
    </>
  );
}
