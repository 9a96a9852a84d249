import type { VNode } from 'preact';
import { ActForm, Decision, Press } from '../../../kits/acts/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Actions } from '../../../ui/index.ts';
import { mayBeShownFrom } from '../consent/rules/publishing.ts';
import { storiesStaffMessages } from '../words.ts';
import { storyForms } from './sent.ts';
import type { DeskStoryProps } from './story-props.ts';

const shown = ({ story, form, now }: DeskStoryProps) => ({
  ...{ id: story.id, state: story.state, version: story.version },
  form,
  now,
});

/** The one thing to do next: ask, or show. */
export function NextAct(props: DeskStoryProps): VNode {
  const t = useWords(storiesStaffMessages);
  const { day } = useFormats();
  const { story, now } = props;
  const of = shown(props);
  if (story.state === 'told')
    return (
      <NextStep title={t('ask_title')} text={t('ask_text')}>
        <ActForm table={storyForms} of={of} act="asking" kind="main" button={t('ask_send')}>
          {null}
        </ActForm>
      </NextStep>
    );
  const from = mayBeShownFrom(story);
  if (story.state === 'agreed' && from) {
    const isEarly = Temporal.Instant.compare(now, from) < 0;
    return (
      <NextStep title={t('publish_title')} text={t('publish_text')}>
        <ActForm
          table={storyForms}
          of={of}
          act="publication"
          kind="main"
          button={t('publish_send')}
          whyNot={isEarly ? t('publish_from', { day: day(from) }) : undefined}
        >
          {null}
        </ActForm>
      </NextStep>
    );
  }
  return <NextStep title={t(`desk_is_${story.state}`)} text={t(`desk_is_${story.state}_text`)} />;
}

/** What can be done besides, each with what happens then said before. */
export function StoryActs(props: DeskStoryProps): VNode {
  const t = useWords(storiesStaffMessages);
  const of = shown(props);
  return (
    <section class="stack" data-screen-only>
      <Actions>
        <Press table={storyForms} of={of} act="reopening" confirm={t('reopen_confirm')}>
          {t('reopen')}
        </Press>
      </Actions>
      <Decision
        table={storyForms}
        of={of}
        act="recall"
        kind="danger"
        summary={t('recall')}
        text={t('recall_text')}
        button={t('recall_sure')}
      >
        {null}
      </Decision>
    </section>
  );
}
