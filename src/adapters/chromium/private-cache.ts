import { randomBytes } from 'node:crypto';
import { lstat, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { PrintFault } from '../../ports/document-renderer.js';
import { failure, success, type Result } from '../../domain/kernel/result.js';

/**
 * A folder for what is costly to make again: the unpacked browser, decompressed fonts. It holds a
 * program that is run later, so it belongs to the user alone; a folder that somebody else could have
 * filled is refused.
 */
export interface PrivateCache {
  readonly directory: string;
  /** The path of an entry, made by `make` when it is not there; never seen half-written. */
  keep(name: string, make: () => Promise<Uint8Array>, mode?: number): Promise<string>;
}

/** Opens the cache: KAOHENG_CACHE, else the user's cache folder, else one in the temporary folder. */
export async function openPrivateCache(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<PrivateCache, PrintFault>> {
  const candidates = cacheCandidates(env);
  let fault: PrintFault = { code: 'unusable-cache', facts: { path: '?', detail: '?' } };
  for (const directory of candidates) {
    const problem = await makePrivate(directory);
    if (problem === null) return success(new FolderCache(directory));
    fault = { code: 'unusable-cache', facts: { path: directory, detail: problem } };
  }
  return failure(fault);
}

function cacheCandidates(env: Readonly<Record<string, string | undefined>>): string[] {
  const own = env['KAOHENG_CACHE'];
  if (own !== undefined && own !== '') return [own];
  const base =
    process.platform === 'win32'
      ? env['LOCALAPPDATA']
      : (absolute(env['XDG_CACHE_HOME']) ?? join(env['HOME'] ?? homedir(), '.cache'));
  const shared = join(tmpdir(), `kaoheng-${userInfo().username.replace(/[^\w.-]/g, '_')}`);
  return base === undefined ? [shared] : [join(base, 'kaoheng'), shared];
}

function absolute(path: string | undefined): string | undefined {
  return path?.startsWith('/') === true ? path : undefined;
}

/** Makes the folder and tells what is wrong with it, or null. */
async function makePrivate(directory: string): Promise<string | null> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const facts = await lstat(directory);
    if (!facts.isDirectory()) return '不是文件夹';
    if (process.getuid !== undefined) {
      if (facts.uid !== process.getuid()) return '属于另一个用户';
      if ((facts.mode & 0o022) !== 0) return '其他用户可以写入';
    }
    const probe = join(directory, `probe-${randomBytes(6).toString('hex')}`);
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

class FolderCache implements PrivateCache {
  readonly directory: string;
  readonly #making = new Map<string, Promise<string>>();

  constructor(directory: string) {
    this.directory = directory;
  }

  keep(name: string, make: () => Promise<Uint8Array>, mode = 0o600): Promise<string> {
    const underway = this.#making.get(name);
    if (underway !== undefined) return underway;
    const making = this.#keep(name, make, mode).finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return making;
  }

  async #keep(name: string, make: () => Promise<Uint8Array>, mode: number): Promise<string> {
    const path = join(this.directory, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.isFile() && found.size > 0) return path;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // Another process may make the same entry: each writes its own file, and the last rename wins.
    const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
    try {
      await writeFile(temporary, await make(), { flag: 'wx', mode });
      await rename(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
    return path;
  }
}
