import type { VNode } from 'preact';
import { PhotoField } from '../../../../../kits/forms/index.ts';
import { useWords } from '../../../../../platform/languages/reading.tsx';
import type { MayAnswer } from '../../../../../platform/parts/before-asking.ts';
import type { FormState } from '../../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Checkboxes,
  ChoiceCards,
  Disclosure,
  FieldGroup,
  Step,
  TextArea,
} from '../../../../../ui/index.ts';
import { CATEGORIES, LANGUAGE_TASKS, MOST } from '../../../types.ts';
import { spotMessages } from '../../../words.ts';
import { WhatWeDo } from '../../scope/what-we-do.tsx';
import { type AskedOf, useAskWords } from './ask-words.ts';
import { DraftPhoto } from './draft-photo.tsx';
import { MayHelpAtOnce } from './may-help.tsx';
import { stepProps } from './steps.ts';

/** What is needed: the kind, in one's own words, what the volunteer does, a photo of the paper. */
export function WhatStep({
  form,
  isVisitor,
  mayAnswer = [],
  of,
}: {
  form: FormState;
  isVisitor: boolean;
  mayAnswer?: readonly MayAnswer[];
  of?: AskedOf;
}): VNode {
  const t = useAskWords(of);
  return (
    <Step title={t('step_what')} {...stepProps('what')}>
      <ChoiceCards
        {...form.field('category')}
        brief
        label={t('category_label')}
        choices={CATEGORIES.map((category) => ({
          value: category,
          picture: category,
          label: t(`category_${category}`),
          hint: t(`category_${category}_examples`),
        }))}
      />
      <MayHelpAtOnce pages={mayAnswer} />
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
        choices={LANGUAGE_TASKS.map((task) => ({ value: task, label: t(`task_${task}`) }))}
      />
      <WhatWeDo of={of} />
      {/* A photo has an owner: it is asked for after signing in, at the answers. */}
      {!isVisitor && <Photos form={form} />}
    </Step>
  );
}

/** A photo is folded away until there is one; each that is kept has a button that takes it out at once. */
function Photos({ form }: { form: FormState }): VNode {
  const t = useWords(spotMessages);
  const ids = form.values('photoIds');
  const refusal = form.refusalOf('photo');
  return (
    <Disclosure summary={t('photo_fold')} open={ids.length > 0 || refusal !== undefined}>
      <div class="stack">
        {ids.length > 0 && <KeptPhotos ids={ids} />}
        <PhotoField name="photo" label={t('photo_label')} hint={t('photo_hint')} refusal={refusal} optional />
        <Actions>
          <Button name="intent" value="photo" noCheck>
            {t('add_photo')}
          </Button>
        </Actions>
      </div>
    </Disclosure>
  );
}

function KeptPhotos({ ids }: { ids: readonly string[] }): VNode {
  const t = useWords(spotMessages);
  return (
    <FieldGroup name="photoIds" label={t('photos_kept', { count: ids.length })} optional quietOptional>
      <ul class="row">
        {ids.map((id, index) => (
          <li class="stack" data-gap="small">
            <input type="hidden" name="photoIds" value={id} />
            <DraftPhoto id={id} number={index + 1} />
            <Button name="removedPhotoIds" value={id} noCheck>
              {t('take_photo_out', { number: index + 1 })}
            </Button>
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}
