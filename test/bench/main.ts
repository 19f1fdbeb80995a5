/** `npm run bench`: the measured figures of the kernel, of scheduling, of recordings, of the server and of frames. Names pick: `-- kernel`. */
import { benchFrames } from './frames.ts';
import { benchGrowth } from './growth.ts';
import { benchKernel } from './kernel.ts';
import { benchMemory } from './memory.ts';
import { benchProfile } from './profile.ts';
import { benchRecordings } from './recordings.ts';
import { benchScheduling } from './scheduling.ts';
import { benchServer } from './server.ts';
import { benchWrites } from './writes.ts';

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  kernel: benchKernel,
  growth: benchGrowth,
  scheduling: benchScheduling,
  writes: benchWrites,
  memory: benchMemory,
  profile: benchProfile,
  recordings: benchRecordings,
  server: benchServer,
  frames: benchFrames,
};

const wanted = process.argv.slice(2);
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`);
for (const [name, run] of Object.entries(PARTS)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
process.exit(0);
