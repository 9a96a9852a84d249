import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, Card, Link, PageHead, StatusChip } from '../../../ui/index.ts';
import { signInPaths } from '../paths.ts';
import type { Factors } from '../second-factor/store/authenticators.ts';
import { signInMessages } from '../words.ts';
import { useDeviceName } from './device-name.ts';
import type { OwnSession } from './store.ts';

interface SessionsPageProps {
  readonly sessions: readonly OwnSession[];
  /** The session that looks at the page. */
  readonly current: string | null;
  readonly factors: Factors;
  readonly isStaff: boolean;
}

/** Where one is signed in, each device with its end; below, the ways to sign in. */
export function SessionsPage(props: SessionsPageProps): VNode {
  const words = useWords(signInMessages);
  const { sessions, current, factors } = props;
  return (
    <>
      <PageHead title={words('sessions_title')} lead={words('sessions_lead')} />
      {sessions.map((session) => (
        <SessionCard session={session} isCurrent={session.id === current} />
      ))}
      {sessions.length > 1 && (
        <ActionForm action={signInPaths.sessionsElsewhereEnding()} confirm={words('end_elsewhere_text')}>
          {words('end_elsewhere')}
        </ActionForm>
      )}
      <h2>{words('means_title')}</h2>
      <p>{words('passkeys_offer', { count: factors.passkeys })}</p>
      <p>
        <Link href={signInPaths.passkeys()} kind="block">
          {words('passkeys_title')}
        </Link>
      </p>
      {props.isStaff && (
        <p>
          <Link
            href={
              factors.authenticator
                ? signInPaths.secondFactorRecoveryCodes()
                : signInPaths.secondFactorSetUp()
            }
            kind="block"
          >
            {words(factors.authenticator ? 'recovery_title' : 'set_up_title')}
          </Link>
        </p>
      )}
    </>
  );
}

function SessionCard(props: { session: OwnSession; isCurrent: boolean }): VNode {
  const words = useWords(signInMessages);
  const formats = useFormats();
  const { session, isCurrent } = props;
  const name = useDeviceName(session);
  return (
    <Card
      title={name.words}
      level={2}
      aside={isCurrent ? <StatusChip tone="good">{words('this_device')}</StatusChip> : undefined}
      actions={
        isCurrent ? undefined : (
          <ActionForm
            action={signInPaths.sessionEnding({ id: session.id })}
            label={words.plain('end_which', { name: name.plain })}
          >
            {words('end_session')}
          </ActionForm>
        )
      }
    >
      <p>{words('session_since', { time: formats.dayTime(session.createdAt) })}</p>
      <p>{words('session_seen', { time: formats.dayTime(session.lastSeenAt) })}</p>
    </Card>
  );
}
