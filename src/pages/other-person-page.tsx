import type { VNode } from 'preact';
import { signInPaths } from '../modules/sign-in/index.ts';
import type { Locale } from '../platform/languages/locales.ts';
import { useWords } from '../platform/languages/reading.tsx';
import { START_PATH } from '../platform/web/passage/back-path.ts';
import { ActionForm, Actions, Button, Notice, PageHead } from '../ui/index.ts';
import { pageMessages } from './pages.ts';

interface OtherPersonProps {
  /** Of whoever is signed in now; empty while we don't know one. */
  readonly name: string;
  /** Where what was typed is kept for the other person; null when nothing is. */
  readonly keptPath: string | null;
}

/** The answer to a form that was drawn for somebody else: who is signed in now, that nothing was done, and both ways on. */
export function otherPersonPage(props: OtherPersonProps): { title(locale: Locale): string; body: VNode } {
  return {
    title: (locale) => pageMessages.in(locale).plain('other_person_title'),
    body: <OtherPersonPage {...props} />,
  };
}

export function OtherPersonPage({ name, keptPath }: OtherPersonProps): VNode {
  const words = useWords(pageMessages);
  return (
    <>
      <PageHead
        title={words('other_person_title')}
        lead={name ? words('other_person_now', { name: <b>{name}</b> }) : words('other_person_now_unnamed')}
      />
      <Notice tone="notice">
        <p>{words('other_person_text')}</p>
        {keptPath && <p>{words('other_person_kept')}</p>}
      </Notice>
      <Actions>
        <Button kind="main" href={START_PATH}>
          {name ? words('other_person_stay', { name }) : words('other_person_stay_unnamed')}
        </Button>
        <ActionForm action={signInPaths.signOut()} hidden={keptPath ? { back: keptPath } : {}}>
          {words('other_person_change')}
        </ActionForm>
      </Actions>
    </>
  );
}
