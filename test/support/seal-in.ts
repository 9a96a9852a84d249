import { readConfiguration } from '../../src/platform/configuration.ts';
import { makeSeal, type Seal } from '../../src/platform/sealed/seal.ts';
import { readSecret } from '../../src/platform/sealed/secret.ts';

/** The secret of a program whose data lies in a folder. */
export function secretIn(directory: string): string {
  return readSecret(readConfiguration({ DATA_DIRECTORY: directory }));
}

/** The seal of a program whose data lies in a folder: what is written there before its start, it will open. */
export function sealIn(directory: string): Seal {
  return makeSeal(secretIn(directory));
}
