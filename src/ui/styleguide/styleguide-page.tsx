import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Confirmation } from '../confirmation/confirmation.tsx';
import { Link } from '../link/link.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Buttons, Notices } from './buttons.tsx';
import { Cards } from './cards.tsx';
import { Fields } from './fields.tsx';
import { FirstPage } from './first-page.tsx';
import { Foundations } from './foundations.tsx';
import { Grids } from './grids.tsx';
import { sampleMessages } from './messages.ts';
import { People, Pictures } from './people.tsx';
import { SteppedForm } from './stepped-form.tsx';
import { Tables } from './tables.tsx';

/**
 * Every component in every state, in the reader's language. The body of a page: put it into a `Shell`.
 */
export function StyleguidePage(props: Look & { children?: ComponentChildren }): VNode {
  const words = useWords(sampleMessages);
  return (
    <div class="stack styleguide" data-gap="large" data-width="full" data-theme={props.theme}>
      <PageHead
        title={words('title')}
        lead={words('lead')}
        back={{ href: '/', label: words('keep_visit') }}
      />
      <Looks theme={props.theme} density={props.density} />
      <Foundations />
      <FirstPage />
      <Buttons />
      <Notices />
      <Fields />
      <SteppedForm />
      <Grids />
      <Cards />
      <Tables />
      <People />
      <Pictures />
      {props.children}
      <Confirmation
        title={words('confirm_title')}
        action="/styleguide"
        idempotencyKey="sample"
        yes={words('cancel_visit')}
        danger
        no={{ href: '/styleguide', label: words('keep_visit') }}
      >
        <p>{words('cancel_confirm')}</p>
      </Confirmation>
    </div>
  );
}

/** How the guide is shown; without a theme as the reader's device prefers. */
export interface Look {
  theme?: 'light' | 'dark' | undefined;
  density?: 'roomy' | 'compact' | undefined;
}

export function pathOfLook({ theme, density }: Look): string {
  const query = new URLSearchParams({ ...(theme && { theme }), ...(density && { density }) }).toString();
  return query ? `/styleguide?${query}` : '/styleguide';
}

/** Every look of the guide, one press away. */
export function Looks(props: Look): VNode {
  const words = useWords(sampleMessages);
  const { theme, density } = props;
  return (
    <nav class="row" aria-label={words.plain('look_of')}>
      {(['roomy', 'compact'] as const).map((one) => (
        <Link href={pathOfLook({ theme, density: one })} kind="block">
          {words(`look_${one}`)}
        </Link>
      ))}
      {(['light', 'dark'] as const).map((one) => (
        <Link href={pathOfLook({ theme: one, density })} kind="block">
          {words(`look_${one}`)}
        </Link>
      ))}
    </nav>
  );
}
