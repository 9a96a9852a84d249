import { z } from 'zod';
import type { Task } from '../jobs/task.ts';
import type { Files } from './files.ts';
import { sealFormerFiles } from './former.ts';
import { deleteDueFiles, sweepFiles } from './sweeping.ts';

const Names = z.object({ names: z.array(z.string()) });

/** What is done about files: the night's forgetting, and the bytes of files whose rows have just gone. */
export function fileTasks(files: Files): readonly Task[] {
  return [
    {
      name: 'forget-files',
      cron: '40 18 * * *',
      async run(_payload, { db, clock }) {
        await deleteDueFiles(db, files.store, clock());
        // A process of a former version may have gone on beside us.
        await sealFormerFiles(db, files);
        await sweepFiles(db, files.store, clock());
      },
    },
    {
      name: 'delete-bytes',
      async run(payload) {
        for (const name of Names.parse(payload).names) await files.store.delete(name);
      },
    },
  ];
}
