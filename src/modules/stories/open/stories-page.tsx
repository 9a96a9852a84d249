import type { VNode } from 'preact';
import type { Page } from '../../../platform/database/paging.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Button, EmptyState, Hero, Link } from '../../../ui/index.ts';
import { storiesPaths } from '../paths.ts';
import type { ShownStory } from '../store/shown.ts';
import { storiesMessages } from '../words.ts';
import { StoryCard } from './story-card.tsx';

/** All stories that are shown, the newest first. */
export function StoriesPage({ found }: { readonly found: Page<ShownStory> }): VNode {
  const t = useWords(storiesMessages);
  return (
    <>
      <Hero
        title={t('stories_title')}
        lead={t('stories_lead')}
        scene="table"
        actions={<Button href={storiesPaths.offer()}>{t('tell_offer')}</Button>}
      />
      {found.rows.length === 0 && <EmptyState title={t('stories_none')}>{t('stories_none_text')}</EmptyState>}
      <div class="tiles" data-width="full">
        {found.rows.map((shown) => (
          <StoryCard shown={shown} level={2} />
        ))}
      </div>
      {found.next && (
        <p>
          <Link href={`${storiesPaths.stories()}?after=${found.next}`}>{t('stories_more')}</Link>
        </p>
      )}
      <p class="quiet">{t('story_by_consent')}</p>
    </>
  );
}
