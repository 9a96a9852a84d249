import type { Application } from '../types.ts';
import { CURRENT } from './life.ts';

/** Whether an application may still lead to a pair. */
export function isCurrent({ state }: Pick<Application, 'state'>): boolean {
  return CURRENT.some((current) => current === state);
}
