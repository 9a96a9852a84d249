import type { ComponentChildren, VNode } from 'preact';
import type { Locale } from '../../platform/languages/locales.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import type { AssetUrls } from '../assets.ts';
import { ActionForm } from '../button/action-form.tsx';
import { Once } from '../each/each.tsx';
import { Shell } from '../shell/shell.tsx';
import { ShellFooter } from '../shell/shell-footer.tsx';
import { Navigation, PersonMenu, ShellHeader } from '../shell/shell-header.tsx';
import { sampleMessages } from './messages.ts';
import { type Look, pathOfLook, StyleguidePage } from './styleguide-page.tsx';

export interface StyleguideDocumentProps {
  locale: Locale;
  assets: AssetUrls;
  organization: string;
  theme?: Look['theme'];
  density?: Look['density'];
  /** The examples of the kits, which stand above this design system. */
  children?: ComponentChildren;
}

/** The style guide as a whole document, with a header and a footer as a signed-in resident sees them. */
export function StyleguideDocument(props: StyleguideDocumentProps): VNode {
  const words = sampleMessages.in(props.locale);
  const path = pathOfLook(props);
  return (
    <Shell
      locale={props.locale}
      title={words.plain('title')}
      organization={props.organization}
      path={path}
      assets={props.assets}
      theme={props.theme}
      density={props.density}
      header={<Header {...props} path={path} />}
      footer={
        <Once of={{ organization: props.organization, keys: props.density === 'compact' }} view={Footer} />
      }
    >
      <StyleguidePage theme={props.theme} density={props.density}>
        {props.children}
      </StyleguidePage>
    </Shell>
  );
}

function Footer({ organization, keys }: { organization: string; keys: boolean }): VNode {
  const words = useWords(sampleMessages);
  const links = [{ href: '/styleguide#type', label: words('nav_mine') }];
  return <ShellFooter organization={organization} links={links} keys={keys} />;
}

function Header(props: { locale: Locale; organization: string; path: string }): VNode {
  const words = sampleMessages.in(props.locale);
  return (
    <ShellHeader
      shortName={props.organization}
      path={props.path}
      navigation={
        <Navigation
          links={[
            { href: '/styleguide#fields', label: words('nav_ask') },
            { href: '/styleguide', label: words('nav_mine'), current: true },
            {
              href: '/styleguide#people',
              label: words('nav_messages'),
              waiting: { count: 2, words: words.plain('two_new') },
            },
          ]}
          person={
            <PersonMenu
              name={words.plain('name_maya')}
              links={[{ href: '/styleguide#cards', label: words('profile') }]}
              signOut={<ActionForm action="/styleguide">{words('sign_out')}</ActionForm>}
            />
          }
        />
      }
    />
  );
}
