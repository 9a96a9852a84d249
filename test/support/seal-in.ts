import { readConfiguration } from '../../src/platform/configuration.ts';
import { makeSeal, type Seal } from '../../src/platform/sealed/seal.ts';
import { readSecret } from '../../src/platform/sealed/secret.ts';

/** The seal of a program whose data lies in a folder: what is written there before its start, it will open. */
export function sealIn(directory: string): Seal {
  return makeSeal(readSecret(readConfiguration({ DATA_DIRECTORY: directory })));
}
