import type { PageToTake } from '../../src/platform/parts/sampling.ts';
import { SAMPLES } from './samples.ts';

/** Every page of the product, each module's in the order in which somebody would look through them. */
export const PAGES: readonly PageToTake[] = SAMPLES.flatMap(({ pages }) => pages);

/** Routes that answer a browser with no page of their own, each with the reason. */
export const NO_PAGES: Readonly<Record<string, string>> = Object.assign(
  {},
  ...SAMPLES.map(({ noPages = {} }) => noPages),
);
