import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const signInPaths = {
  demonstrationSignIn: pathTo('/demonstration/sign-in'),
  demonstrationSignedIn: pathTo('/demonstration/signed-in'),
  passkeys: pathTo('/passkeys'),
  passkeyRemoval: pathTo('/passkeys/:id/removal'),
  passkeysChallenge: pathTo('/passkeys/challenge'),
  personSecondFactorRemoval: pathTo('/people/:id/second-factor/removal'),
  secondFactor: pathTo('/second-factor'),
  secondFactorRecoveryCodes: pathTo('/second-factor/recovery-codes'),
  secondFactorSetUp: pathTo('/second-factor/set-up'),
  sessions: pathTo('/sessions'),
  sessionEnding: pathTo('/sessions/:id/ending'),
  sessionsElsewhereEnding: pathTo('/sessions/elsewhere/ending'),
  signIn: pathTo('/sign-in'),
  signInCode: pathTo('/sign-in/code'),
  signInPasskey: pathTo('/sign-in/passkey'),
  signInPasskeyChallenge: pathTo('/sign-in/passkey/challenge'),
  signOut: pathTo('/sign-out'),
};
