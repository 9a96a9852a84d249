import type { Files } from '../../platform/files/files.ts';

/** What consultations are handed by the house. */
export interface ConsultationServices {
  readonly files: Files;
  readonly secret: string;
  readonly publicUrl: string;
}
