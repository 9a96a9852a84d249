import type { VNode } from 'preact';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { Button } from '../button/button.tsx';
import { Figures } from '../figures/figures.tsx';
import { Hero } from '../hero/hero.tsx';
import { LanguagesLine } from '../hero/languages-line.tsx';
import { LineScene } from '../illustration/line-scene.tsx';
import { PictureCards } from '../picture-cards/picture-cards.tsx';
import { PictureGrid } from '../picture-grid/picture-grid.tsx';
import { sampleMessages } from './messages.ts';
import { Section } from './section.tsx';

const STEPS = ['time_asked', 'time_found', 'time_visit'] as const;

/** What a public page begins with: its opening, things at a glance, a few numbers. */
export function FirstPage(): VNode {
  const words = useWords(sampleMessages);
  const formats = useFormats();
  return (
    <Section id="first-page" title={words('first_page')}>
      <Hero
        title={words('headline_1')}
        lead={words('paragraph')}
        actions={
          <Button kind="main" href="/styleguide">
            {words('nav_ask')}
          </Button>
        }
        scene="counter"
        note={<LanguagesLine path="/styleguide" />}
      />
      <h2>{words('category_label')}</h2>
      <PictureCards
        items={[
          {
            picture: <LineScene name="reading" />,
            title: words('cat_paper'),
            text: words('cat_paper_hint'),
            way: { href: '/styleguide', label: words('nav_ask') },
          },
          {
            picture: <LineScene name="giving" />,
            title: words('cat_phone'),
            text: words('cat_phone_hint'),
            way: { href: '/styleguide#x', label: words('link_in_text') },
          },
        ]}
      />
      <PictureCards
        isInOrder
        items={(['writing', 'checking', 'meeting'] as const).map((scene, at) => ({
          picture: <LineScene name={scene} />,
          title: words(STEPS[at] ?? 'time_asked'),
          text: words('card_text'),
        }))}
      />
      <PictureGrid
        items={(['admin', 'medical', 'childcare', 'education'] as const).map((category) => ({
          picture: category,
          title: words(`cat_${category}`),
          text: words(`cat_${category}_hint`),
        }))}
      />
      <Figures
        items={[
          { label: words('map_requests'), value: formats.count(20) },
          { label: words('map_volunteers'), value: formats.count(1234) },
        ]}
      />
    </Section>
  );
}
