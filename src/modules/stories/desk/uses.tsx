import type { VNode } from 'preact';
import { ActForm } from '../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, OwnWords, Select, TextField } from '../../../ui/index.ts';
import { storiesPaths } from '../paths.ts';
import { OTHER_USES, type Use } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';
import { storyForms } from './sent.ts';
import type { DeskStoryProps } from './story-props.ts';

/** Every place in which it is or was; those that are not ours are written down here, and asked away from others. */
export function DeskUses(props: DeskStoryProps): VNode {
  const t = useWords(storiesStaffMessages);
  const { story, uses, form, now } = props;
  const of = { ...{ id: story.id, state: story.state, version: story.version }, form, now };
  return (
    <section class="stack">
      <h2>{t('desk_uses')}</h2>
      <ul>
        {uses.map((use) => (
          <li>
            <DeskUse use={use} {...props} />
          </li>
        ))}
      </ul>
      {story.state === 'published' && (
        <ActForm table={storyForms} of={of} act="uses" button={t('use_record')} label={t.plain('use_record')}>
          <Select
            {...form.field('kind')}
            label={t('use_kind')}
            options={OTHER_USES.map((value) => ({ value, label: t.plain(`desk_use_${value}`) }))}
          />
          <TextField
            {...form.field('place')}
            label={t('use_place')}
            hint={t('use_place_hint')}
            maxLength={300}
          />
        </ActForm>
      )}
    </section>
  );
}

function DeskUse({ use, story }: DeskStoryProps & { readonly use: Use }): VNode {
  const t = useWords(storiesStaffMessages);
  const { day } = useFormats();
  const { isOurs, endedAt, toldAt } = use;
  const isToAsk = !isOurs && !toldAt && story.endedAt !== null;
  return (
    <>
      {t(`desk_use_${use.kind}`)}
      {use.place && (
        <>
          {' '}
          <OwnWords>{use.place}</OwnWords>
        </>
      )}{' '}
      <span class="quiet">
        {day(use.at)}
        {endedAt && <> · {t('desk_use_ended', { day: day(endedAt) })}</>}
        {toldAt && <> · {t('desk_use_told', { day: day(toldAt) })}</>}
      </span>
      {isToAsk && (
        <ActionForm
          action={`${storiesPaths.deskStory({ id: story.id })}/told`}
          hidden={{ useId: use.id, version: `${story.version}`, seen: '' }}
          confirm={t('use_told_confirm')}
        >
          {t('use_told')}
        </ActionForm>
      )}
    </>
  );
}
