import type { VNode } from 'preact';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { Button } from '../button/button.tsx';
import { Figures } from '../figures/figures.tsx';
import { Hero } from '../hero/hero.tsx';
import { PictureGrid } from '../picture-grid/picture-grid.tsx';
import { sampleMessages } from './messages.ts';
import { Section } from './section.tsx';

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
