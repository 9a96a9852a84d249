import type { Samples } from '../../platform/parts/sampling.ts';

/** What there is to look at of consultations. */
interface ConsultationsWorld {
  /** A matter that somebody is responsible for; nobody's where a world has none. */
  readonly matterId: string;
}

export const samples: Samples<ConsultationsWorld> = {
  pages: [],
};
