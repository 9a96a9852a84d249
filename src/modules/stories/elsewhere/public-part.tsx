import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { askingSection, type PublicPart } from '../../../platform/parts/public-part.ts';
import { Heading, LineScene, Link } from '../../../ui/index.ts';
import { StoryCard } from '../open/story-card.tsx';
import { storiesPaths } from '../paths.ts';
import { askNewest, type ShownStory, toWhole } from '../store/shown.ts';
import { storiesMessages } from '../words.ts';

/** What people tell of it, among all that they do together; the newest story with its picture. */
export const storiesPublicPart: PublicPart = {
  order: 55,
  card: {
    picture: () => <LineScene name="karuta" />,
    title: storiesMessages.label('home_stories_title'),
    text: storiesMessages.label('home_stories_text'),
    href: storiesPaths.stories(),
    act: storiesMessages.label('home_stories'),
  },
  section: async (db) =>
    askingSection(askNewest(db), (rows) => {
      const [shown] = toWhole(db, rows);
      return shown ? <Newest shown={shown} /> : null;
    }),
};

function Newest({ shown }: { readonly shown: ShownStory }): VNode {
  const t = useWords(storiesMessages);
  return (
    <section class="stack">
      <Heading level={2}>{t('home_newest')}</Heading>
      <StoryCard shown={shown} level={3} />
      <p>
        <Link href={storiesPaths.stories()}>{t('home_all')}</Link>
      </p>
    </section>
  );
}
