// Keeps two set-ups of one checkout apart. The lock is a file that names its holder; one whose
// holder died is taken over, so that an interrupted run never has to be cleaned up by hand.
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 150;
const HEARTBEAT_MS = 5_000;
/** A holder on another machine or in another container cannot be asked; its heartbeat can. */
const SILENT_MS = 60_000;
/** Between making the file and writing its first line a moment passes. */
const UNREADABLE_MS = 10_000;

/**
 * @typedef {object} Holder
 * @property {string} token tells this lock from every other one
 * @property {number} pid
 * @property {string} host
 * @property {string} started start of the process, because process ids come round again
 */

/**
 * Does some work while holding the lock.
 * @template T
 * @param {string} file the lock
 * @param {(pid: number | undefined) => void} onWait called once if somebody else holds it
 * @param {() => Promise<T>} work
 */
export async function withLock(file, onWait, work) {
  const holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
  };
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !acquire(file, holder); waited = true) {
    if (!waited) onWait(readHolder(file)?.pid);
    await sleep(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (readHolder(file)?.token === holder.token) rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {Holder} holder
 */
function acquire(file, holder) {
  if (createOnly(file, JSON.stringify(holder))) return true;
  const stale = readHolder(file);
  return isAbandoned(file, stale) && takeOver(file, stale, holder);
}

/**
 * Of several that find the same dead holder only one may replace the lock: the one that makes the
 * claim, a file named after the dead lock. Without it the second would remove the first one's lock.
 * @param {string} file
 * @param {Holder | undefined} stale
 * @param {Holder} holder
 */
function takeOver(file, stale, holder) {
  const claim = `${file}.${stale?.token ?? 'unreadable'}`;
  if (!createOnly(claim, JSON.stringify(holder))) {
    if (ageOf(claim) > UNREADABLE_MS) rmSync(claim, { force: true });
    return false;
  }
  try {
    if (ageOf(file) === Infinity || readHolder(file)?.token !== stale?.token) return false;
    renameSync(claim, file);
    return true;
  } finally {
    rmSync(claim, { force: true });
  }
}

/**
 * @param {string} file
 * @param {Holder | undefined} holder
 */
function isAbandoned(file, holder) {
  const age = ageOf(file);
  if (age === Infinity) return false; // released meanwhile: the next round takes it the plain way
  if (holder === undefined) return age > UNREADABLE_MS;
  if (holder.host !== hostname()) return age > SILENT_MS;
  return !isAlive(holder.pid) || startOf(holder.pid) !== holder.started;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * When a process started; empty where the system does not tell (only Linux has /proc), and for a
 * zombie: in a container whose first process buries nobody, a killed run stays one for ever.
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // From field 3 on: the name in field 2 may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined}
 */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Gone or not yet written; isAbandoned tells the two apart by age.
    return undefined;
  }
}

/** @param {string} file */
function ageOf(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? Infinity : Date.now() - stat.mtimeMs;
}

/**
 * @param {string} file
 * @param {string} content
 */
function createOnly(file, content) {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}
