import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { type Actor, STAFF_ROLES } from '../../../platform/permissions.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import {
  type Call,
  detour,
  get,
  missing,
  page,
  post,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { ActionForm, Button, Card, PageHead } from '../../../ui/index.ts';
import { signInPaths } from '../paths.ts';
import { hasFactor, mayChangeFactors } from '../second-factor/authenticator.ts';
import { type Factors, findFactors } from '../second-factor/store/authenticators.ts';
import { useDeviceName } from '../sessions/device-name.ts';
import { strengthenSession } from '../sessions/store.ts';
import type { SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { passkeyAnswer } from './answer.ts';
import { PasskeyForm } from './button.tsx';
import { beginRegistration, finishRegistration } from './register.ts';
import { answerJson } from './sign-in-routes.tsx';
import { listPasskeys, type Passkey, removePasskey } from './store/passkeys.ts';

const SECOND_FACTOR_FIRST = `${signInPaths.secondFactor()}?back=%2Fpasskeys`;

/** /passkeys: signing in by finger, face or PIN from now on; each passkey listed and removed. */
export function passkeyRoutes(signIn: SignIn): Route[] {
  return [
    get({
      path: signInPaths.passkeys,
      access: 'person',
      audit: null,
      async handle(call) {
        const personId = call.actor.personId ?? '';
        if (!mayChange(call, await findFactors(call.db, personId))) return redirect(SECOND_FACTOR_FIRST);
        const title = signInMessages.in(call.locale).plain('passkeys_title');
        return page(title, <PasskeysPage passkeys={await listPasskeys(call.db, personId)} />);
      },
    }),
    challengeRoute(signIn),
    keepRoute(signIn),
    post({
      path: signInPaths.passkeyRemoval,
      access: 'person',
      audit: 'sign_in.passkey.removed',
      async handle(call) {
        const personId = call.actor.personId ?? '';
        if (!mayChange(call, await findFactors(call.db, personId))) return detour(SECOND_FACTOR_FIRST);
        const removed = await removePasskey(call.db, { id: call.params.id, personId });
        if (removed === 'no_such_passkey') return missing();
        await call.audit({
          subjectIds: [personId],
          object: { kind: 'sign_in.passkey', id: call.params.id },
        });
        const text = signInMessages.in(call.locale).noted('passkey_removed');
        return redirect(signInPaths.passkeys(), { tone: 'done', text });
      },
    }),
  ];
}

function challengeRoute(signIn: SignIn): Route {
  return post({
    path: signInPaths.passkeysChallenge,
    access: 'person',
    audit: null,
    limit: { by: 'person', tries: 30, minutes: 10 },
    async handle(call) {
      const { actor, headers, now, locale } = call;
      const organization = organizationName(await readSetting(call.db, organizationSetting), locale);
      const { personId, sessionId } = idsOf(actor);
      const about = { personId, sessionId, account: actor.name, organization, headers, now };
      return answerJson(await beginRegistration(call.db, signIn, about));
    },
  });
}

function keepRoute(signIn: SignIn): Route {
  return post({
    path: signInPaths.passkeys,
    access: 'person',
    audit: 'sign_in.passkey.added',
    limit: { by: 'person', tries: 30, minutes: 10 },
    form: z.object({ credential: passkeyAnswer }),
    async handle(call) {
      const { headers, now } = call;
      const { personId, sessionId } = idsOf(call.actor);
      const factors = await findFactors(call.db, personId);
      if (!mayChange(call, factors)) return detour(SECOND_FACTOR_FIRST);
      const { credential } = call.fields;
      const about = { personId, sessionId, credential, headers, now };
      const outcome = await finishRegistration(call.db, signIn, about);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      // The first means of all stands behind this session at once; a later one only if another was shown before.
      const answer = new Headers();
      if (!hasFactor(factors))
        answer.set('set-cookie', await strengthenSession(call.db, signIn, { sessionId, personId, now }));
      await call.audit({
        subjectIds: [personId],
        object: { kind: 'sign_in.passkey', id: outcome.value.id },
      });
      const text = signInMessages.in(call.locale).noted('passkey_added');
      return {
        kind: 'redirect',
        path: signInPaths.passkeys(),
        flash: { tone: 'done', text },
        headers: answer,
      };
    },
  });
}

/** Staff show a means they have just before they add or remove one; for others the code by mail is enough. */
function mayChange({ actor, now }: Pick<Call, 'actor' | 'now'>, factors: Factors): boolean {
  const isStaff = STAFF_ROLES.some((role) => actor.roles.has(role));
  return !isStaff || mayChangeFactors(factors, actor, now);
}

function idsOf({ personId, sessionId }: Actor): { personId: string; sessionId: string } {
  if (!personId || !sessionId) throw new Error('a session was expected');
  return { personId, sessionId };
}

function PasskeysPage(props: { passkeys: readonly Passkey[] }): VNode {
  const words = useWords(signInMessages);
  return (
    <>
      <PageHead
        title={words('passkeys_title')}
        lead={words('passkeys_lead')}
        back={{ href: signInPaths.sessions(), label: words('sessions_title') }}
      />
      <PasskeyForm action={signInPaths.passkeys()} use="create" hidden={{}}>
        <p>{words('passkey_add_text')}</p>
        <Button kind="main" icon="plus">
          {words('passkey_add')}
        </Button>
      </PasskeyForm>
      <p data-passkey-missing>{words('passkey_needs_script')}</p>
      {props.passkeys.map((passkey) => (
        <PasskeyCard passkey={passkey} />
      ))}
    </>
  );
}

function PasskeyCard(props: { passkey: Passkey }): VNode {
  const words = useWords(signInMessages);
  const formats = useFormats();
  const { id, createdAt, lastUsedAt } = props.passkey;
  const name = useDeviceName(props.passkey);
  return (
    <Card
      title={name.words}
      level={2}
      actions={
        <ActionForm
          action={signInPaths.passkeyRemoval({ id })}
          confirm={words('passkey_remove_text')}
          label={words.plain('passkey_remove_which', { name: name.plain })}
        >
          {words('passkey_remove')}
        </ActionForm>
      }
    >
      <p>{words('passkey_since', { day: formats.day(createdAt) })}</p>
      {lastUsedAt && <p>{words('passkey_used', { time: formats.dayTime(lastUsedAt) })}</p>}
    </Card>
  );
}
