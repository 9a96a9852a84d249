import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Link, Notice, PageHead, Prose } from '../../../ui/index.ts';
import { storiesPaths } from '../paths.ts';
import type { ShownStory } from '../store/shown.ts';
import { storiesMessages } from '../words.ts';
import { Byline } from './byline.tsx';
import { Photo } from './photo.tsx';
import { useSaid } from './said.tsx';

/** A story as everybody reads it. */
export function StoryPage({
  shown,
  hasPaper,
}: {
  readonly shown: ShownStory;
  /** Whether it can be printed. */
  readonly hasPaper: boolean;
}): VNode {
  const t = useWords(storiesMessages);
  const { id } = shown.story;
  return (
    <>
      <PageHead
        title={useSaid(shown).title}
        back={{ href: storiesPaths.stories(), label: t('stories_title') }}
      />
      <Byline shown={shown} />
      <Photo shown={shown} />
      <StoryBody shown={shown} />
      {hasPaper && (
        <p>
          <Link href={storiesPaths.paper({ id })}>{t('story_paper')}</Link>
        </p>
      )}
      <p class="quiet">{t('story_by_consent')}</p>
    </>
  );
}

/** Its words, with where they come from and whether they are behind what was told. */
export function StoryBody({ shown }: { readonly shown: ShownStory }): VNode {
  const t = useWords(storiesMessages);
  const { paragraphs, isInAnotherLanguage, origin, standing } = useSaid(shown);
  return (
    <>
      {isInAnotherLanguage && <Notice>{t('story_in_another_language')}</Notice>}
      {standing === 'behind' && <Notice tone="notice">{t('story_is_behind')}</Notice>}
      <Prose>
        {paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Prose>
      {origin !== 'written' && <p class="quiet">{t(`origin_${origin}`)}</p>}
    </>
  );
}
