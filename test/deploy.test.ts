import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'deploy');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const units = readdirSync(folder).filter((name) => name.endsWith('.service'));

test('what the container copies is there', () => {
  const copied = [...read('Containerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, paths = '']) => paths.split(' '),
  );
  expect(copied.length).toBeGreaterThan(5);
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the container runs as nobody in particular and holds no secret', () => {
  const last =
    read('Containerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';
  expect(last).toMatch(/^USER 10001$/m);
  expect(last).not.toMatch(/apt-get|npm ci/);
  for (const name of readdirSync(folder))
    expect(read(name)).not.toMatch(/(SECRET|PASSWORD|_URL)=\S*:\/\/\S+@/);
});

test.each(units)('%s starts the program as a user of its own, which can write to its state only', (name) => {
  const unit = read(name);
  expect(unit).toMatch(/^ExecStart=\/opt\/otonari\/node_modules\/node\/bin\/node bin\/start\.ts$/m);
  for (const line of [
    'User=otonari',
    'ProtectSystem=strict',
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
  ])
    expect(unit.split('\n')).toContain(line);
});

test('the proxy lets photos and live updates through, and says itself who asks', () => {
  const proxy = read('nginx.conf.example');
  expect(proxy).toMatch(/client_max_body_size 13m;/);
  expect(proxy).toMatch(/location \/assets\/ \{[^}]*proxy_next_upstream [^;]*http_404;/);
  const [, live = ''] = /location ~ (\S+) \{[^}]*proxy_buffering off;/.exec(proxy) ?? [];
  const isLive = (path: string) => new RegExp(live).test(path);
  expect(['/live', '/en/live', '/ja-easy/live', '/zh-Hans/live'].filter(isLive)).toHaveLength(4);
  expect(['/en', '/en/live/more', '/en/a/live'].filter(isLive)).toEqual([]);
  expect(proxy).not.toMatch(/\$proxy_add_x_forwarded_for/);
});
