import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { type Actor, STAFF_ROLES } from '../../../platform/permissions.ts';
import { organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { backPath } from '../../../platform/web/passage/back-path.ts';
import {
  detour,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  refusedBy,
} from '../../../platform/web/route.ts';
import { backField, sixDigits } from '../fields.ts';
import { signInPaths } from '../paths.ts';
import type { SignIn } from '../types.ts';
import { signInMessages } from '../words.ts';
import { beginSetUp, continueSetUp, finishSetUp, mayChangeFactors } from './authenticator.ts';
import { RecoveryCodesPage } from './recovery-codes-page.tsx';
import { SetUpPage } from './set-up-page.tsx';
import { findFactors } from './store/authenticators.ts';
import { totpUri } from './totp.ts';

interface Asked {
  readonly db: Database;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** GET and POST /second-factor/set-up: staff connect an app that shows codes; the first right code keeps it. */
export function setUpRoutes(signIn: SignIn): Route[] {
  return [
    get({
      path: signInPaths.secondFactorSetUp,
      access: 'person',
      audit: null,
      query: z.object({ back: backField }),
      async handle(call) {
        const { back } = call.fields;
        const stopped = await stopUnlessMaySetUp(call, back);
        return stopped ?? show(signIn, call, FormState.fresh({ back }));
      },
    }),
    post({
      path: signInPaths.secondFactorSetUp,
      access: 'person',
      audit: 'sign_in.second_factor.set_up',
      limit: { by: 'person', tries: 20, minutes: 15 },
      keep: 'nothing',
      form: z.object({ code: sixDigits, setUp: z.string().max(500).default(''), back: backField }),
      async handle(call) {
        const { code, setUp: sealed, back } = call.fields;
        const stopped = await stopUnlessMaySetUp(call, back);
        if (stopped) return stopped;
        const { personId, sessionId } = idsOf(call.actor);
        const outcome = await finishSetUp(call.db, signIn, {
          personId,
          sessionId,
          code,
          sealed,
          now: call.now,
        });
        if (!outcome.ok) return refusedBy(outcome.refusal);
        await call.audit({ subjectIds: [personId] });
        const title = signInMessages.in(call.locale).plain('recovery_title');
        const { recoveryCodes, cookie } = outcome.value;
        const shown = page(title, <RecoveryCodesPage codes={recoveryCodes} back={back} />);
        return { ...shown, cookies: [cookie], isShownOnce: true };
      },
      again: (call, form) => show(signIn, call, form),
    }),
  ];
}

/** Only staff need it; and who has another means already shows that just before. */
async function stopUnlessMaySetUp(call: Asked, back: string): Promise<Reply | null> {
  if (!STAFF_ROLES.some((role) => call.actor.roles.has(role))) return missing();
  const factors = await findFactors(call.db, idsOf(call.actor).personId);
  if (mayChangeFactors(factors, call.actor, call.now)) return null;
  return detour(`${signInPaths.secondFactor()}?back=${encodeURIComponent(back)}`);
}

async function show(signIn: SignIn, call: Asked, form: FormState): Promise<Reply> {
  const who = { ...idsOf(call.actor), now: call.now };
  const setUp =
    (await continueSetUp(call.db, signIn, { ...who, sealed: form.value('setUp') })) ??
    (await beginSetUp(call.db, signIn, who));
  const { shortName } = await readSetting(call.db, organizationSetting);
  const uri = totpUri(setUp.secret, { organization: shortName, account: call.actor.name });
  const title = signInMessages.in(call.locale).plain('set_up_title');
  const back = backPath(form.value('back'));
  return { ...page(title, <SetUpPage setUp={setUp} uri={uri} back={back} form={form} />), isShownOnce: true };
}

function idsOf(actor: Actor): { personId: string; sessionId: string } {
  if (!actor.personId || !actor.sessionId) throw new Error('a session was expected');
  return { personId: actor.personId, sessionId: actor.sessionId };
}
