import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../platform/web/route.ts';
import {
  Actions,
  Button,
  LineScene,
  PageHead,
  PictureCards,
  Prose,
  TranslationNote,
} from '../../../ui/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';

/** What half-year pairs are, for everybody. */
export const aboutRoutes: readonly Route[] = [
  get({
    path: pairsPaths.about,
    access: 'everyone',
    audit: null,
    handle: ({ locale }) => page(pairsMessages.in(locale).plain('about_title'), <AboutPage />),
  }),
];

function AboutPage(): VNode {
  const t = useWords(pairsMessages);
  const list = (
    keys: readonly (
      | 'about_do_1'
      | 'about_do_2'
      | 'about_do_3'
      | 'about_not_1'
      | 'about_not_2'
      | 'about_not_3'
    )[],
  ) => (
    <ul>
      {keys.map((key) => (
        <li>{t(key)}</li>
      ))}
    </ul>
  );
  return (
    <>
      <PageHead title={t('about_title')} lead={t('about_lead')} />
      <LineScene name="table" isTold isSmall />
      <Actions>
        <Button kind="main" href={pairsPaths.apply()}>
          {t('apply_for_a_pair')}
        </Button>
      </Actions>
      <Prose>
        <h2>{t('about_do_title')}</h2>
        {list(['about_do_1', 'about_do_2', 'about_do_3'])}
      </Prose>
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
        {list(['about_not_1', 'about_not_2', 'about_not_3'])}
        <p>{t('about_not_text')}</p>
      </Prose>
      <TranslationNote />
    </>
  );
}
