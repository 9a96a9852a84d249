import type { Samples } from '../../platform/parts/sampling.ts';

export const samples: Samples = { pages: [] };
