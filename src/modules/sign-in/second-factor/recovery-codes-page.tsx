import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { hasJustShownFactor } from '../../../platform/permissions.ts';
import { detour, get, missing, page, post, type Reply, type Route } from '../../../platform/web/route.ts';
import { ActionForm, Button, Link, Notice, PageHead } from '../../../ui/index.ts';
import { notify } from '../events.ts';
import { signInPaths } from '../paths.ts';
import type { SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { findFactors } from './store/authenticators.ts';
import { countRecoveryCodes, replaceRecoveryCodes } from './store/recovery-codes.ts';

const PATH = signInPaths.secondFactorRecoveryCodes();
const PROVE_FIRST = `${signInPaths.secondFactor()}?back=${encodeURIComponent(PATH)}`;

/** GET and POST /second-factor/recovery-codes: how many are left, and new ones instead. */
export function recoveryCodesRoutes(signIn: SignIn): Route[] {
  return [
    get({
      path: PATH,
      access: 'person',
      audit: null,
      async handle(call) {
        const { personId } = call.actor;
        if (!personId || !(await findFactors(call.db, personId)).authenticator) return missing();
        if (!hasJustShownFactor(call.actor, call.now)) return detour(PROVE_FIRST);
        const title = signInMessages.in(call.locale).plain('recovery_title');
        return page(title, <RecoveryCodesLeftPage left={await countRecoveryCodes(call.db, personId)} />);
      },
    }),
    post({
      path: PATH,
      access: 'person',
      audit: 'sign_in.recovery_codes.replaced',
      async handle(call): Promise<Reply> {
        const { personId } = call.actor;
        if (!personId || !(await findFactors(call.db, personId)).authenticator) return missing();
        // Also of somebody whose office has ended: their means count again with the next one.
        if (!hasJustShownFactor(call.actor, call.now)) return detour(PROVE_FIRST);
        const codes = await replaceRecoveryCodes(call.db, signIn, { personId, now: call.now });
        await notify(call.db, 'sign_in.recovery_codes.replaced', personId);
        await call.audit({ subjectIds: [personId] });
        const title = signInMessages.in(call.locale).plain('recovery_title');
        return {
          ...page(title, <RecoveryCodesPage codes={codes} back={signInPaths.sessions()} />),
          isShownOnce: true,
        };
      },
    }),
  ];
}

/** Fresh recovery codes: shown this once, to be printed or written down. */
export function RecoveryCodesPage(props: { codes: readonly string[]; back: string }): VNode {
  const words = useWords(signInMessages);
  return (
    <>
      <PageHead title={words('recovery_title')} lead={words('recovery_lead')} />
      <ul class="copyable">
        {props.codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Notice tone="notice">{words('recovery_once')}</Notice>
      <p data-screen-only>{words('recovery_print')}</p>
      <p>
        <Button kind="main" href={props.back}>
          {words('recovery_kept')}
        </Button>
      </p>
    </>
  );
}

function RecoveryCodesLeftPage(props: { left: number }): VNode {
  const words = useWords(signInMessages);
  return (
    <>
      <PageHead
        title={words('recovery_title')}
        lead={words('recovery_left', { left: props.left })}
        back={{ href: signInPaths.sessions(), label: words('sessions_title') }}
      />
      <ActionForm action={PATH} kind="main" confirm={words('recovery_replace_text')}>
        {words('recovery_replace')}
      </ActionForm>
      <p>
        <Link href={signInPaths.secondFactorSetUp()} kind="block">
          {words('set_up_again')}
        </Link>
      </p>
    </>
  );
}
