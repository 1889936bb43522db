/** Run by build.test.ts in a process of its own: builds, and dies in the middle when told to. Arguments: pack, store folder, table to die at. */
import { buildStore } from '../../../knowledge/build/build.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';

const [packDir = '', storeDir = '', dieAt = ''] = process.argv.slice(2);
try {
  const { path } = await buildStore({
    packDir,
    storeDir,
    onProgress: ({ table }) => {
      if (table === dieAt) process.kill(process.pid, 'SIGKILL');
    },
  });
  process.stdout.write(path);
} catch (error) {
  process.stdout.write(error instanceof AdvisorError ? error.code : String(error));
  process.exitCode = 1;
}
