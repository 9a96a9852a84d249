import type { Demonstration } from '../../../platform/parts/demonstration.ts';

export const storiesDemonstration: Demonstration = { steps: () => [] };
