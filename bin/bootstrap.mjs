// Runs a script of ours on the Node this project pins, whatever Node started it, and installs what is missing first.
// Usage: node bin/bootstrap.mjs bin/start.ts [arguments]. Works on any Node >= 20 that brings npm.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const parent = process.ppid;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.installed-from');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing the packages this project pins (once; it takes a minute or two) …');
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    console.error('npm ci did not finish. Its own words are above; nothing was started.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

const bin = join(root, 'node_modules', 'node', 'bin');
const [script, ...args] = process.argv.slice(2);
// Node reads plain TypeScript by itself; what draws pages is written in JSX. `npm start` runs what was built of it.
const reading = script === 'bin/start.ts' ? [] : ['--import', 'tsx'];
const child = spawn(join(bin, 'node'), [...reading, join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
});
// The terminal sends Ctrl-C to the whole group; a plain kill reaches only us, so hand it on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm hands on SIGTERM and is gone with SIGHUP or SIGKILL without a word: whoever loses the npm it came from stops as well.
const watch = () => process.ppid === parent || child.kill('SIGTERM');
if (process.env.npm_lifecycle_event) setInterval(watch, 500).unref();
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
