import type { Module } from '../../platform/module.ts';
import type { NavigationEntry } from '../../platform/parts/navigation.ts';
import type { SignIn } from '../../platform/sign-in/types.ts';
import { demonstrationRoutes } from './demonstration.tsx';
import { enterCodeRoutes } from './enter-code.tsx';
import { signInNews } from './news.ts';
import { passkeySignInRoutes } from './passkeys/passkey-sign-in.tsx';
import { passkeyRoutes } from './passkeys/passkeys.tsx';
import { type ListDemonstrationPeople, requestCodeRoutes } from './request-code.tsx';
import { proveRoutes } from './second-factor/prove.tsx';
import { recoveryCodesRoutes } from './second-factor/recovery-codes.tsx';
import { removalRoute } from './second-factor/removal.ts';
import { setUpRoutes } from './second-factor/set-up.tsx';
import { sessionRoutes } from './sessions.tsx';
import { signInMessages } from './sign-in-messages.ts';

/** The way to the devices on which somebody is signed in. */
export const signInNavigation: readonly NavigationEntry[] = [
  {
    href: '/sessions',
    label: signInMessages.label('sessions'),
    places: ['menu', 'privacy'],
    roles: 'everybody',
    order: 123,
  },
];

/**
 * The pages of signing in, second factors, passkeys and sessions. The jobs behind them are `signIn.tasks`.
 * @param listPeople whom the sign-in page offers to be in a demonstration; not asked outside one
 */
export function signInModule(signIn: SignIn, listPeople: ListDemonstrationPeople = async () => []): Module {
  return {
    name: 'sign_in',
    messages: signInMessages,
    navigation: signInNavigation,
    news: signInNews,
    routes: [
      ...requestCodeRoutes(signIn, listPeople),
      ...enterCodeRoutes(signIn),
      ...passkeySignInRoutes(signIn),
      ...passkeyRoutes(signIn),
      ...proveRoutes(signIn),
      ...setUpRoutes(signIn),
      ...recoveryCodesRoutes(signIn),
      removalRoute,
      ...sessionRoutes(signIn),
      ...demonstrationRoutes(signIn),
    ],
  };
}
