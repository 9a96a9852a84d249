import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Confirmation } from '../confirmation/confirmation.tsx';
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
 * @param props.theme shows it in light or dark whatever the reader's device prefers
 */
export function StyleguidePage(props: {
  theme?: 'light' | 'dark' | undefined;
  children?: ComponentChildren;
}): VNode {
  const words = useWords(sampleMessages);
  return (
    <div class="stack styleguide" data-gap="large" data-theme={props.theme}>
      <PageHead
        title={words('title')}
        lead={words('lead')}
        back={{ href: '/', label: words('keep_visit') }}
      />
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
