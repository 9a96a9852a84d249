import type { VNode } from 'preact';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { useWords } from '../../platform/languages/reading.tsx';
import { Section } from '../../ui/styleguide/index.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };
import { QrCode } from './qr-code.tsx';

const messages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** What of this kit is seen on a page: a code. */
export function PapersSample(): VNode {
  const words = useWords(messages);
  return (
    <Section id="kit-papers" title={words('sample_papers')}>
      <QrCode text="https://otonari.example/styleguide" label={words.plain('sample_code')} />
    </Section>
  );
}
