import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { DOMAIN_ORDER, HOMES, RINGS, ROOTS } from './rings.mjs';

/**
 * Says why a file may not import something.
 * @param {string} file the importing file, relative to the root, with slashes
 * @param {string} specifier what the import names
 * @param {boolean} typeOnly whether nothing of it is left at run time
 * @returns {string | undefined} the reason, or nothing when the import is allowed
 */
export function judgeImport(file, specifier, typeOnly) {
  if (!file.startsWith('src/') || ROOTS.includes(file)) return undefined;
  const name = ringOf(file);
  const ring = Object.hasOwn(RINGS, name) ? RINGS[name] : undefined;
  if (ring === undefined) {
    return `src/${name} is no ring of the house; scripts/eslint/rings.mjs lists them`;
  }
  if (/^\.\.?(\/|$)/.test(specifier)) {
    return judgeOurs(file, name, ring, posix.join(posix.dirname(file), specifier), typeOnly);
  }
  // Absolute paths, URLs and # aliases would lead around the rings.
  if (/^[/#]|^(file|data|https?):/.test(specifier)) return 'import our own files by relative path';
  // The whole specifier counts, except for scheme: `process/` is a package, `fs/promises` is Node's.
  if (isBuiltin(specifier)) return ring.node ? undefined : `${name} imports nothing of Node`;
  return judgePackage(file, name, ring, specifier);
}

/**
 * @param {string} file
 * @param {string} name
 * @param {import('./rings.mjs').Ring} ring
 * @param {string} specifier
 */
function judgePackage(file, name, ring, specifier) {
  const parts = specifier.split('/');
  const packageName = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  const home = Object.hasOwn(HOMES, packageName) ? HOMES[packageName] : undefined;
  if (home !== undefined) {
    return home.where.test(file) ? undefined : `${packageName} is imported only in ${home.place}`;
  }
  return ring.packages ? undefined : `${name} imports no packages`;
}

/**
 * @param {string} file
 * @param {string} name
 * @param {import('./rings.mjs').Ring} ring
 * @param {string} target the imported file, relative to the root
 * @param {boolean} typeOnly
 */
function judgeOurs(file, name, ring, target, typeOnly) {
  const other = target.startsWith('src/') ? ringOf(target) : undefined;
  if (other === name) return name === 'domain' ? judgeFlow(file, target) : undefined;
  const use = other !== undefined && Object.hasOwn(ring.ours, other) ? ring.ours[other] : undefined;
  if (use === undefined) return `${name} may not import ${other ?? 'what lies outside src'}`;
  if (use === 'types' && !typeOnly) return `${name} imports only types from ${other}`;
  return undefined;
}

/**
 * @param {string} file
 * @param {string} target
 */
function judgeFlow(file, target) {
  const from = domainFolderOf(file);
  const to = domainFolderOf(target);
  if (from === to) return undefined;
  const [fromPlace, toPlace] = [placeOf(from), placeOf(to)];
  if (fromPlace === -1)
    return `domain/${from} has no place in the order of scripts/eslint/rings.mjs`;
  if (toPlace === -1) return `domain/${to} has no place in the order of scripts/eslint/rings.mjs`;
  return toPlace < fromPlace
    ? undefined
    : `data flows one way: domain/${from} may not import domain/${to}`;
}

/** @param {string} folder */
function placeOf(folder) {
  return DOMAIN_ORDER.findIndex((line) => line.includes(folder));
}

/** @param {string} path */
function ringOf(path) {
  return path.split('/')[1] ?? '';
}

/** @param {string} path */
function domainFolderOf(path) {
  return path.split('/')[2] ?? '';
}
