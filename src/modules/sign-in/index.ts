export { type Keys, makeKeys } from './keys.ts';
export { signInModule } from './module.ts';
export { signInPaths } from './paths.ts';
export { personalData } from './personal-data.ts';
export { removeFactors } from './second-factor/authenticator.ts';
export { sealFormerSecrets } from './second-factor/store/former-secrets.ts';
export { endOtherSessions } from './sessions/store.ts';
export { createSignIn } from './sign-in.ts';
export type { DemonstrationPerson, PeopleDoor, SignIn } from './types.ts';
