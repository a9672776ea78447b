import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The texts of a set's files, rules, regions and tests, by their paths in its folder. */
export async function setTexts(folder: string): Promise<Readonly<Record<string, string>>> {
  const tests = (await namesIn(join(folder, 'tests'))).filter((name) => /\.ya?ml$/.test(name));
  const own = new Set(await namesIn(folder));
  const paths = [
    ...['set.yaml', 'regions.yaml'].filter((name) => own.has(name)),
    ...tests.map((name) => `tests/${name}`),
  ];
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

/** Names in a folder, sorted; none where there is no folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}
