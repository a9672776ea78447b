// Tells whether a step of the set-up is still good. A stamp remembers two fingerprints of what the
// step was made from: a quick one (path, size, times) that costs a few milliseconds, and the hash
// of the contents, which decides when the quick one differs, as it does after every git checkout.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * What a step is made from.
 * @typedef {object} Ingredients
 * @property {string} root folder that the paths are relative to
 * @property {readonly string[]} paths files, relative to the root; one that is absent counts as absent
 * @property {readonly string[]} facts what else matters: versions, the hash of an earlier step
 */

/**
 * All files below a folder, relative to the root, in a fixed order.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} nothing when there is no such folder
 */
export function filesBelow(root, folder) {
  const top = join(root, folder);
  if (statSync(top, { throwIfNoEntry: false }) === undefined) return [];
  return (
    readdirSync(top, { withFileTypes: true, recursive: true })
      // Editors leave swap files and backups beside what they edit.
      .filter((entry) => entry.isFile() && !/^\.|~$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort()
  );
}

/** @param {Ingredients} made */
function quickPrint({ root, paths, facts }) {
  const lines = paths.map((path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    return stat ? `${path} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : `${path} -`;
  });
  return [...facts, ...lines].join('\n');
}

/**
 * The fingerprint that counts.
 * @param {Ingredients} made
 */
export async function contentHash({ root, paths, facts }) {
  // Loaded here because most runs never come this far.
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const path of paths) {
    const present = statSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
    const content = present ? readFileSync(join(root, path)) : undefined;
    // The length keeps two files apart whose border moved.
    hash.update(`\0${path}\0${content?.length ?? -1}\0`).update(content ?? '');
  }
  return hash.digest('hex');
}

/**
 * Reads the hash out of a stamp.
 * @param {string} file
 * @returns {{ quick: string, hash: string } | undefined} nothing when it is absent or damaged
 */
export function readStamp(file) {
  try {
    const stamp = JSON.parse(readFileSync(file, 'utf8'));
    return typeof stamp?.quick === 'string' && typeof stamp.hash === 'string' ? stamp : undefined;
  } catch {
    // Absent or half-written: either way the step has to be done again.
    return undefined;
  }
}

/**
 * Whether a step that left this stamp would give the same result again.
 * @param {string} file the stamp
 * @param {Ingredients} made
 */
export async function isFresh(file, made) {
  const stamp = readStamp(file);
  if (stamp === undefined) return false;
  const quick = quickPrint(made);
  if (stamp.quick === quick) return true;
  const hash = await contentHash(made);
  if (stamp.hash !== hash) return false;
  try {
    writeAside(file, JSON.stringify({ quick, hash }));
  } catch {
    // A checkout that cannot be written is fine: it hashes its files on each run.
  }
  return true;
}

/**
 * Takes the fingerprints, to be kept once the step is done: a file saved meanwhile then counts as
 * changed.
 * @param {Ingredients} made
 */
export async function takePrints(made) {
  return { quick: quickPrint(made), hash: await contentHash(made) };
}

/**
 * Keeps a stamp.
 * @param {string} file
 * @param {{ quick: string, hash: string }} prints
 */
export function keepStamp(file, prints) {
  mkdirSync(dirname(file), { recursive: true });
  writeAside(file, JSON.stringify(prints));
}

/**
 * Writes a file so that nobody ever reads half of it.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export function writeAside(file, content) {
  const aside = `${file}.${process.pid}.tmp`;
  writeFileSync(aside, content);
  renameSync(aside, file);
}
