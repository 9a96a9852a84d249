import type { VNode } from 'preact';
import { FilledIn } from '../../../kits/forms/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  EmptyState,
  Link,
  Notice,
  OwnWords,
  PageHead,
  Prose,
} from '../../../ui/index.ts';
import { EmergencyLine, EmergencyPanel, findDangers } from '../../safety/index.ts';
import { wasAsked } from '../consent/rules/asking.ts';
import { storiesPaths } from '../paths.ts';
import { plainly } from '../text/pieces.ts';
import type { Consent, Story, StoryText } from '../types.ts';
import { storiesMessages } from '../words.ts';
import { tellForm } from './form.ts';

/** The guided form: for an offer of one's own, or after an invitation, which may be refused without a reason. */
export function TellPage({ form, story }: { readonly form: FormState; readonly story: Story | null }): VNode {
  const t = useWords(storiesMessages);
  const own = story && storiesPaths.own({ id: story.id });
  return (
    <>
      <PageHead
        title={t(story ? 'tell_invited' : 'tell_offer')}
        lead={t('tell_lead')}
        back={{ href: storiesPaths.ownAll(), label: t('own_stories') }}
      />
      <Notice>{t('tell_free')}</Notice>
      <EmergencyLine />
      {own && (
        <Actions>
          <ActionForm action={`${own}/refusal`}>{t('tell_no')}</ActionForm>
        </Actions>
      )}
      <FilledIn
        of={tellForm}
        form={form}
        action={own ? `${own}/telling` : storiesPaths.offer()}
        button={t('tell_send')}
        draft={own ? `story-${story?.id}` : 'story-offer'}
      />
    </>
  );
}

/** How what somebody told stands, and the way to what they are asked. */
export function OwnPage(props: {
  readonly story: Story;
  readonly texts: readonly StoryText[];
  readonly consentPath: string | null;
}): VNode {
  const t = useWords(storiesMessages);
  const { story, texts, consentPath } = props;
  const { id, state } = story;
  const [title, ...paragraphs] = texts.find(({ locale }) => locale === story.source)?.pieces ?? [];
  // Once it is asked about or published, whoever told it has talked with a coordinator.
  const dangers = state === 'told' ? findDangers(paragraphs.map(({ text }) => text).join('\n')) : [];
  return (
    <>
      {dangers.length > 0 && <EmergencyPanel dangers={dangers} />}
      <PageHead
        title={title ? <OwnWords>{plainly(title.text, story.source)}</OwnWords> : t('own_story')}
        back={{ href: storiesPaths.ownAll(), label: t('own_stories') }}
      />
      <NextStep title={t(`own_is_${state}`)} text={t(`own_is_${state}_text`)}>
        {consentPath && (
          <Actions>
            <Button kind={state === 'asked' ? 'main' : 'quiet'} href={consentPath}>
              {t(state === 'asked' ? 'consent_answer' : 'consent_see')}
            </Button>
          </Actions>
        )}
        {state === 'published' && (
          <p>
            <Link href={storiesPaths.story({ id })}>{t('story_see')}</Link>
          </p>
        )}
      </NextStep>
      <Prose>
        {paragraphs.map(({ text }) => (
          <OwnWords as="p">{plainly(text, story.source)}</OwnWords>
        ))}
      </Prose>
      {state === 'told' && (
        <ActionForm
          action={`${storiesPaths.own({ id })}/refusal`}
          kind="danger"
          confirm={t('tell_withdraw_confirm')}
        >
          {t('tell_withdraw')}
        </ActionForm>
      )}
    </>
  );
}

/** All that somebody has told and agreed to, each with the way to take it back. */
export function OwnStoriesPage(props: {
  readonly stories: readonly Story[];
  readonly consents: readonly Consent[];
  readonly texts: ReadonlyMap<string, readonly StoryText[]>;
  pathOf(consentId: string): string;
}): VNode {
  const t = useWords(storiesMessages);
  const { stories, consents, texts, pathOf } = props;
  const others = consents.filter(
    (consent) => wasAsked(consent) && !stories.some(({ id }) => id === consent.storyId),
  );
  const titleOf = (id: string) => {
    const [text] = texts.get(id) ?? [];
    const title = text?.pieces[0]?.text;
    return title ? <OwnWords>{plainly(title, text.locale)}</OwnWords> : t('own_story');
  };
  return (
    <>
      <PageHead title={t('own_stories')} lead={t('own_stories_lead')} />
      {stories.length + others.length === 0 && (
        <EmptyState title={t('own_stories_none')}>{t('own_stories_none_text')}</EmptyState>
      )}
      <Actions>
        <Button kind="main" href={storiesPaths.offer()}>
          {t('tell_offer')}
        </Button>
      </Actions>
      {stories.map(({ id, state }) => (
        <Card title={titleOf(id)} level={2}>
          <p>{t(`own_is_${state}`)}</p>
          <p>
            <Link href={storiesPaths.own({ id })}>{t('own_open')}</Link>
          </p>
        </Card>
      ))}
      {others.map(({ id, storyId }) => (
        <Card title={titleOf(storyId)} level={2}>
          <p>{t('own_in_it')}</p>
          <p>
            <Link href={pathOf(id)}>{t('consent_see')}</Link>
          </p>
        </Card>
      ))}
    </>
  );
}
