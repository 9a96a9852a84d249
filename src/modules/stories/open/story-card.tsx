import type { VNode } from 'preact';
import { useHref, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Card, LineScene, Link } from '../../../ui/index.ts';
import { storiesPaths } from '../paths.ts';
import type { ShownStory } from '../store/shown.ts';
import { storiesMessages } from '../words.ts';
import { Byline } from './byline.tsx';
import { altIn } from './photo.tsx';
import { plainPieces, useSaid } from './said.tsx';

const FIRST_WORDS = 120;

/** A story at a glance: its picture or a drawing, its title, its first words. */
export function StoryCard({ shown, level }: { readonly shown: ShownStory; readonly level: 2 | 3 }): VNode {
  const t = useWords(storiesMessages);
  const href = useHref();
  const locale = useLocale();
  const { title } = useSaid(shown);
  const { id } = shown.story;
  const plain = plainPieces(shown, locale);
  return (
    <Card title={title} level={level}>
      {shown.picture?.smallId ? (
        <img
          class="story-photo"
          src={href(`${storiesPaths.photo({ id })}?size=small`)}
          alt={altIn(shown, locale)}
          loading="lazy"
        />
      ) : (
        <LineScene name="table" />
      )}
      <Byline shown={shown} />
      <p lang={plain.language === locale ? undefined : plain.language}>
        {shorten(plain.paragraphs[0] ?? '')}
      </p>
      <p>
        <Link href={storiesPaths.story({ id })} apart={title}>
          {t('story_read')}
        </Link>
      </p>
    </Card>
  );
}

const shorten = (text: string) => {
  const letters = [...text];
  return letters.length > FIRST_WORDS ? `${letters.slice(0, FIRST_WORDS).join('')}…` : text;
};
