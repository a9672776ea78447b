import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Terminal } from '../../src/cli/terminal.js';
import { main } from '../../src/main.js';

/** What one run of the command line gave. */
export interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly said: string;
}

/** A terminal that keeps what it is told, and writes files where it is told to. */
export function catching(): {
  readonly terminal: Terminal;
  readonly caught: () => Omit<Outcome, 'exit'>;
} {
  let out = '';
  let said = '';
  const kindOf = async (path: string) => {
    try {
      return (await stat(path)).isDirectory() ? 'folder' : 'file';
    } catch {
      return undefined;
    }
  };
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    say: (text) => {
      said += text;
    },
    async writeFile(path, content) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    },
    exists: async (path) => (await kindOf(path)) !== undefined,
    isFolder: async (path) => (await kindOf(path)) === 'folder',
  };
  return { terminal, caught: () => ({ out, said }) };
}

/** Runs the real program in this process, its terminal caught. */
export async function kaoheng(...argv: readonly string[]): Promise<Outcome> {
  const { terminal, caught } = catching();
  const exit = await main(argv, terminal);
  return { exit, ...caught() };
}

/** A folder of its own for one test, removed afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kaoheng-e2e-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies a set of the repository under another name, its files changed on the way. */
export async function copySet(
  id: string,
  folder: string,
  change: (file: string, text: string) => string = (_, text) => text,
): Promise<string> {
  const { readdir } = await import('node:fs/promises');
  const from = join('indicators', id);
  const to = join(folder, id);
  for (const entry of await readdir(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(from.length + 1);
    await mkdir(dirname(join(to, file)), { recursive: true });
    await writeFile(join(to, file), change(file, await readFile(path, 'utf8')));
  }
  return to;
}
