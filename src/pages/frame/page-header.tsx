import type { VNode } from 'preact';
import { callName } from '../../modules/people/index.ts';
import { signInPaths } from '../../modules/sign-in/index.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { entriesIn, type NavigationEntry } from '../../platform/parts/navigation.ts';
import type { Actor, Role } from '../../platform/permissions.ts';
import {
  ActionForm,
  type MenuLink,
  Navigation,
  Once,
  PersonMenu,
  PublicLinks,
  ShellHeader,
  SignInLink,
} from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';

interface PageHeaderProps {
  readonly path: string;
  readonly languages: readonly Locale[] | undefined;
  readonly furigana: 'shown' | 'hidden' | null;
  readonly actor: Actor;
  readonly shortName: string;
}

/**
 * The header of a page. Only the switch of languages depends on where the reader is: nothing else is kept for an address.
 * @param entries of all modules
 */
export function pageHeader(entries: readonly NavigationEntry[]): (props: PageHeaderProps) => VNode {
  const navigation = ownNavigation(entries);
  const visitors = publicWays(entries);
  const inHead = (place: 'header' | 'public') =>
    new Set(entries.filter(({ places }) => places.includes(place)).map(({ href }) => href));
  const [places, open] = [inHead('header'), inHead('public')];
  return function PageHeader({ path, languages, furigana, shortName, actor }) {
    const name = ownName(actor, useLocale());
    const isKnown = actor.personId !== null;
    const here = path.split('?')[0] ?? '';
    return (
      <ShellHeader
        shortName={shortName}
        path={path}
        languages={languages}
        furigana={furigana}
        navigation={
          isKnown ? (
            <Once
              view={navigation}
              of={{
                roles: [...actor.roles],
                here: places.has(here) ? here : null,
                unread: actor.unread ?? 0,
                name,
              }}
            />
          ) : undefined
        }
        person={isKnown ? undefined : <Once view={visitors} of={{ here: open.has(here) ? here : null }} />}
      />
    );
  };
}

/** What somebody is called where they read it themselves: in a script of the page's language, where they have told one. */
export function ownName({ name, otherNames }: Actor, locale: Locale): string {
  if (!otherNames) return name;
  return callName({ name, preferredName: null, ...otherNames }, locale);
}

const publicWays = (entries: readonly NavigationEntry[]) =>
  function PublicWays({ here }: { here: string | null }): VNode {
    const locale = useLocale();
    const links = entriesIn('public', entries, []).map(
      ({ href, label }): MenuLink => ({ href, label: label(locale), current: here === href }),
    );
    return (
      <>
        <PublicLinks links={links} />
        <SignInLink href={signInPaths.signIn()} />
      </>
    );
  };

const ownNavigation = (entries: readonly NavigationEntry[]) =>
  function OwnNavigation(props: {
    roles: readonly Role[];
    /** The entry that the reader is on. */
    here: string | null;
    unread: number;
    name: string;
  }): VNode {
    const locale = useLocale();
    const { roles, here, unread: count, name } = props;
    const waiting = { count, words: pageMessages.in(locale).plain('inbox_waiting', { count }) };
    const links = entriesIn('header', entries, roles).map(
      ({ href, label, counts }): MenuLink => ({
        href,
        label: label(locale),
        current: here === href,
        ...(counts && { waiting }),
      }),
    );
    const own = entriesIn('menu', entries, []).map(({ href, label }) => ({ href, label: label(locale) }));
    return <Navigation links={links} person={<PersonMenu name={name} links={own} signOut={<SignOut />} />} />;
  };

function SignOut(): VNode {
  return (
    <ActionForm action={signInPaths.signOut()} kind="quiet">
      {useWords(pageMessages)('sign_out')}
    </ActionForm>
  );
}
