import type { Generated } from '../../src/platform/database/generated.ts';
import type { Sealed } from '../../src/platform/sealed/seal.ts';

interface WalksWalks {
  readonly id: Generated<string>;
  readonly proposer_id: string;
  readonly joiner_id: string | null;
  readonly on_day: Temporal.PlainDate;
  readonly meeting_place: Sealed;
  readonly created_at: Temporal.Instant;
}

// For a program of the house `node bin/types.ts` writes this by its migration.
declare module '../../src/platform/database/generated.ts' {
  interface DB {
    'walks.walks': WalksWalks;
  }
}
