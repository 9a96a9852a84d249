import type { Task } from '../jobs/worker.ts';
import { deleteDueFiles, type FileStore, sweepFiles } from './files.ts';

/** Deletes files whose time is over and bytes that no row names, every night. */
export function forgetFilesTask(files: FileStore): Task {
  return {
    name: 'forget-files',
    cron: '40 18 * * *',
    async run(_payload, { db, clock }) {
      await deleteDueFiles(db, files, clock());
      await sweepFiles(db, files, clock());
    },
  };
}
