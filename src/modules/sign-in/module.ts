import type { Module } from '../../platform/module.ts';
import type { NavigationEntry } from '../../platform/parts/navigation.ts';
import { enterCodeRoutes } from './codes/enter-code-page.tsx';
import { type BesideSignIn, requestCodeRoutes } from './codes/request-code-page.tsx';
import { demonstrationRoutes } from './demonstration/routes.tsx';
import { signInNews } from './news.ts';
import { passkeyRoutes } from './passkeys/routes.tsx';
import { passkeySignInRoutes } from './passkeys/sign-in-routes.tsx';
import { signInPaths } from './paths.ts';
import { personalData } from './personal-data.ts';
import { proveRoutes } from './second-factor/prove.tsx';
import { recoveryCodesRoutes } from './second-factor/recovery-codes-page.tsx';
import { removalRoute } from './second-factor/removal.ts';
import { setUpRoutes } from './second-factor/set-up.tsx';
import { sessionRoutes } from './sessions/routes.tsx';
import { recordActs } from './told.ts';
import type { SignIn } from './types.ts';
import { signInMessages } from './words.ts';

/** The way to the devices on which somebody is signed in. */
export const signInNavigation: readonly NavigationEntry[] = [
  {
    href: signInPaths.sessions(),
    label: signInMessages.label('sessions'),
    places: ['menu', 'privacy'],
    roles: 'everybody',
    order: 123,
  },
];

/**
 * The pages of signing in, second factors, passkeys and sessions, and the jobs behind them.
 * @param beside what the sign-in page says of other modules
 */
export function signInModule(
  signIn: SignIn,
  beside: BesideSignIn = { listPeople: async () => [], listSignInFor: () => [] },
): Module {
  return {
    name: 'sign_in',
    messages: signInMessages,
    navigation: signInNavigation,
    news: signInNews,
    personalData,
    recordActs,
    tasks: signIn.tasks,
    routes: [
      ...requestCodeRoutes(signIn, beside),
      ...enterCodeRoutes(signIn),
      ...passkeySignInRoutes(signIn),
      ...passkeyRoutes(signIn),
      ...proveRoutes(signIn),
      ...setUpRoutes(signIn),
      ...recoveryCodesRoutes(signIn),
      removalRoute(signIn),
      ...sessionRoutes(signIn),
      ...demonstrationRoutes(signIn),
    ],
  };
}
