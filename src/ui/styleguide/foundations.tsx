import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Illustration, type IllustrationName } from '../illustration/illustration.tsx';
import { LineScene, SCENE_NAMES } from '../illustration/line-scene.tsx';
import { Link } from '../link/link.tsx';
import { Prose } from '../prose/prose.tsx';
import { TranslationNote } from '../prose/translation-note.tsx';
import { StatusChip, type Tone } from '../status-chip/status-chip.tsx';
import { sampleMessages } from './messages.ts';
import { Section } from './section.tsx';

const pictures: readonly IllustrationName[] = [
  'doors',
  'admin',
  'medical',
  'childcare',
  'education',
  'lifeline',
  'housing',
  'phone',
  'paper',
  'online',
  'place',
  'tea',
];

const chips: readonly (readonly [
  Tone,
  'state_closed' | 'state_agreed' | 'state_open' | 'state_check' | 'state_cancelled',
])[] = [
  ['plain', 'state_closed'],
  ['good', 'state_agreed'],
  ['waiting', 'state_open'],
  ['notice', 'state_check'],
  ['danger', 'state_cancelled'],
];

/** Colors, type, drawings, chips. */
export function Foundations(): VNode {
  const words = useWords(sampleMessages);
  return (
    <>
      <Section id="colors" title={words('colors')}>
        <ul class="swatches">
          {(['green', 'kaki', 'notice', 'danger', 'ink'] as const).map((color) => (
            <li class="swatch" data-color={color}>
              {words(`color_${color}`)}
            </li>
          ))}
        </ul>
        <p class="row">
          {chips.map(([tone, state]) => (
            <StatusChip tone={tone}>{words(state)}</StatusChip>
          ))}
        </p>
        <p class="row">
          {pictures.map((name) => (
            <Illustration name={name} />
          ))}
        </p>
        <ul class="tiles">
          {SCENE_NAMES.map((name) => (
            <li>
              <LineScene name={name} isTold />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="type" title={words('type')}>
        <Prose>
          <p class="headline-sample">{words('headline_1')}</p>
          <h2>{words('headline_2')}</h2>
          <h3>{words('headline_3')}</h3>
          <p>{words('paragraph')}</p>
          <ul>
            <li>{words('point_1')}</li>
            <li>{words('point_2')}</li>
          </ul>
          <p>
            <Link href="/styleguide">{words('link_in_text')}</Link>
          </p>
          <p class="quiet">{words('notice_wait')}</p>
          <TranslationNote />
        </Prose>
      </Section>
    </>
  );
}
