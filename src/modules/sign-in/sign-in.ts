import type { Configuration } from '../../platform/configuration.ts';
import type { Connection } from '../../platform/database/connect.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { sendCodeTask } from './codes/code-mail.tsx';
import { makeKeys } from './keys.ts';
import { signInPaths } from './paths.ts';
import { actorFinder } from './sessions/actor.ts';
import { type Limits, USUAL_LIMITS } from './sessions/rules.ts';
import type { PeopleDoor, SignIn } from './types.ts';

/**
 * Puts sign-in together.
 * @param parts.secret at least 32 characters, the same for every process of the installation
 * @param parts.limits how long sessions last; as usual when missing
 */
export function createSignIn(parts: {
  readonly connection: Connection;
  readonly configuration: Pick<Configuration, 'publicUrl' | 'demonstration'>;
  readonly secret: string;
  readonly mailer: Mailer;
  readonly people: PeopleDoor;
  readonly limits?: Limits;
}): SignIn {
  const { connection, configuration, mailer, people, limits = USUAL_LIMITS } = parts;
  const keys = makeKeys(parts.secret);
  return {
    findActor: actorFinder(connection, {
      ...people,
      keys,
      limits,
      demonstration: configuration.demonstration,
    }),
    signInPath: (back, time) =>
      `${signInPaths.signIn()}?back=${encodeURIComponent(back)}${time === 'again' ? '&again=1' : ''}`,
    secondFactorPath: (back) => `${signInPaths.secondFactor()}?back=${encodeURIComponent(back)}`,
    tasks: [sendCodeTask(mailer, keys)],
    people,
    keys,
    limits,
    publicUrl: configuration.publicUrl,
    demonstration: configuration.demonstration,
  };
}
