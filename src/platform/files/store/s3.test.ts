import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { breaksOff, leadsTo, s3Double, says, saysNothing } from '../../../../test/support/s3-double.ts';
import { readFilesUrl } from './address.ts';
import { s3Store } from './s3.ts';
import { StoreAway, StoreFull } from './store.ts';

const double = await s3Double();
const store = s3Store(double.address, { answer: 300, pause: 1 });
const bytes = new Uint8Array([1, 2, 3]);
beforeEach(() => {
  double.objects.clear();
  double.asked.length = 0;
});

test('keeps, gives back, lists page by page and deletes', async () => {
  const names = Array.from({ length: 5 }, () => randomUUID());
  for (const name of names) await store.put(name, bytes);
  expect([...((await store.get(names[0] ?? '')) ?? [])]).toEqual([1, 2, 3]);
  const listed = (await Array.fromAsync(store.list())).flat();
  expect(listed.map(({ name }) => name)).toEqual(names.sort());
  for (const name of names) await store.delete(name);
  expect(double.objects.size).toBe(0);
  expect(await store.get(randomUUID())).toBeNull();
});

test('is refused without the right signature, and says that it is away', async () => {
  const stranger = s3Store({ ...double.address, accessKeyId: 'another' }, { answer: 300, pause: 1 });
  await expect(stranger.put(randomUUID(), bytes)).rejects.toThrow(new StoreAway('403 AccessDenied'));
  expect(double.asked).toHaveLength(1);
});

describe('a service that stumbles', () => {
  test.each([
    ['with 500', says(500)],
    ['with 503', says(503, 'SlowDown')],
    ['by breaking off', breaksOff],
    ['by saying nothing', saysNothing],
  ])('%s is asked again', async (_how, whim) => {
    const name = randomUUID();
    await store.put(name, bytes);
    double.misbehave(whim, whim);
    expect([...((await store.get(name)) ?? [])]).toEqual([1, 2, 3]);
    double.misbehave(whim, whim, whim);
    await expect(store.get(name)).rejects.toBeInstanceOf(StoreAway);
  });

  test.each([
    ['507', says(507)],
    ['a quota', says(403, 'QuotaExceeded')],
    ['a full disk of theirs', says(500, 'XMinioStorageFull')],
  ])('with %s is full', async (_what, whim) => {
    double.misbehave(whim);
    await expect(store.put(randomUUID(), bytes)).rejects.toBeInstanceOf(StoreFull);
  });

  test('without the bucket is away, and has not lost a file', async () => {
    double.misbehave(says(404, 'NoSuchBucket'));
    await expect(store.get(randomUUID())).rejects.toBeInstanceOf(StoreAway);
  });

  test('by leading to another host is not followed', async () => {
    const other = await s3Double();
    double.misbehave(leadsTo(`${other.address.bucket}/x`));
    await expect(store.get(randomUUID())).rejects.toBeInstanceOf(StoreAway);
    expect(other.asked).toEqual([]);
  });
});

test('a name that is not ours never becomes a path', async () => {
  for (const name of ['../secret', 'a/b', '', `${randomUUID()}?acl`])
    await expect(Promise.try(() => store.get(name))).rejects.toThrow('no name of a file of ours');
  expect(double.asked).toEqual([]);
});

describe('FILES_URL', () => {
  test('is a folder or a bucket', () => {
    expect(readFilesUrl('file:///srv/otonari%20files')).toBe('/srv/otonari files');
    expect(readFilesUrl('s3://key:a%2Fb%2Bc@s3.example.org/photos?region=ap-northeast-1')).toEqual({
      bucket: 'https://s3.example.org/photos',
      region: 'ap-northeast-1',
      accessKeyId: 'key',
      secretAccessKey: 'a/b+c',
    });
    expect(readFilesUrl('s3+http://key:secret@127.0.0.1:9000/photos')).toMatchObject({
      bucket: 'http://127.0.0.1:9000/photos',
    });
  });

  test.each([
    's3+http://key:hidden-word@s3.example.org/photos',
    's3://key:hidden-word@s3.example.org/',
    's3://key:hidden-word@s3.example.org/a/b',
    's3://hidden-word@s3.example.org/photos',
  ])('%s is refused, in words that do not repeat the secret', (url) => {
    expect(() => readFilesUrl(url)).toThrow(/^FILES_URL: (?!.*hidden-word)/);
  });
});
