import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { LineScene, PictureCards, Prose } from '../../../../ui/index.ts';
import { pairsMessages } from '../../words.ts';

/** How a pair begins, and what it is not for: for whoever has not applied. */
export function HowItGoes(): VNode {
  const t = useWords(pairsMessages);
  return (
    <>
      <section data-width="full">
        <h2>{t('about_how_title')}</h2>
        <PictureCards
          isInOrder
          items={[
            { picture: <LineScene name="writing" />, title: t('about_how_1'), text: t('about_how_1_text') },
            { picture: <LineScene name="checking" />, title: t('about_how_2'), text: t('about_how_2_text') },
            { picture: <LineScene name="meeting" />, title: t('about_how_3'), text: t('about_how_3_text') },
          ]}
        />
      </section>
      <Prose>
        <h2>{t('about_not_title')}</h2>
        <ul>
          {(['about_not_1', 'about_not_2', 'about_not_3'] as const).map((key) => (
            <li>{t(key)}</li>
          ))}
        </ul>
        <p>{t('about_not_text')}</p>
      </Prose>
    </>
  );
}
