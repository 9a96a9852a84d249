import { look, type Samples } from '../../platform/parts/sampling.ts';

export const samples: Samples<object> = {
  pages: [look('/easy-japanese')],
};
