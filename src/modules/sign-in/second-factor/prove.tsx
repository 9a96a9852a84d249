import type { VNode } from 'preact';
import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { hrefIn, useWords } from '../../../platform/languages/reading.tsx';
import { type Actor, hasJustShownFactor } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { backPath } from '../../../platform/web/passage/back-path.ts';
import { get, page, post, type Reply, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { Actions, Button, Form, FormErrors, PageHead, TextField } from '../../../ui/index.ts';
import { sendTo } from '../entered.ts';
import { backField, proofField } from '../fields.ts';
import { PasskeyButton } from '../passkeys/button.tsx';
import { signInPaths } from '../paths.ts';
import type { SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { proveSecondFactor } from './authenticator.ts';
import { type Factors, findFactors } from './store/authenticators.ts';

interface Asked {
  readonly db: Database;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** GET and POST /second-factor: staff prove once more who they are, after the code by mail. */
export function proveRoutes(signIn: SignIn): Route[] {
  return [
    get({
      path: signInPaths.secondFactor,
      access: 'person',
      audit: null,
      query: z.object({ back: backField }),
      async handle(call) {
        const { back } = call.fields;
        if (hasJustShownFactor(call.actor, call.now)) return redirect(back);
        const factors = await findFactors(call.db, call.actor.personId ?? '');
        if (!factors.authenticator && factors.passkeys === 0)
          return redirect(`${signInPaths.secondFactorSetUp()}?back=${encodeURIComponent(back)}`);
        return show(call, FormState.fresh({ back }));
      },
    }),
    post({
      path: signInPaths.secondFactor,
      access: 'person',
      audit: 'sign_in.second_factor.proved',
      // A million codes, three of them right: 120 tries a day leave whoever has read the code by mail one in 2,700.
      limit: { by: 'person', tries: 20, minutes: 240 },
      keep: 'nothing',
      form: z.object({ code: proofField, back: backField }),
      async handle(call) {
        const { personId, sessionId } = call.actor;
        if (!personId || !sessionId) throw new Error('a session was expected');
        const proof = { personId, sessionId, code: call.fields.code, now: call.now };
        const outcome = await proveSecondFactor(call.db, signIn, proof);
        if (!outcome.ok) return refusedBy(outcome.refusal);
        const { means, cookie } = outcome.value;
        await call.audit({ subjectIds: [personId], detail: { means } });
        return sendTo(hrefIn(call.locale, call.fields.back), [cookie]);
      },
      again: show,
    }),
  ];
}

async function show(call: Asked, form: FormState): Promise<Reply> {
  const factors = await findFactors(call.db, call.actor.personId ?? '');
  const title = signInMessages.in(call.locale).plain('second_title');
  return page(title, <SecondFactorPage factors={factors} form={form} />);
}

function SecondFactorPage(props: { factors: Factors; form: FormState }): VNode {
  const words = useWords(signInMessages);
  const { factors, form } = props;
  const back = backPath(form.value('back'));
  return (
    <>
      <PageHead title={words('second_title')} lead={words('second_lead')} />
      <FormErrors refusals={form.refusals} />
      {factors.authenticator && (
        <Form action={signInPaths.secondFactor()} hidden={{ back }}>
          <TextField
            {...form.field('code')}
            label={words('second_code')}
            hint={words('second_code_hint')}
            autocomplete="one-time-code"
            width="medium"
          />
          <Actions>
            <Button kind="main">{words('go_on')}</Button>
          </Actions>
        </Form>
      )}
      {factors.passkeys > 0 && <PasskeyButton back={back} />}
      <p>{words('second_lost')}</p>
    </>
  );
}
