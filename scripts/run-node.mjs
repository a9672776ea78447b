// Runs a program of ours in a Node of its own.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

// A server makes little that lives and much that is gone with its request. With room for it the
// young generation is searched three times more seldom, and fewer requests wait for that. And where
// little is made in a second, V8 lets the old generation grow by a tenth at a time, and sweeps all of
// it several times a second. Only flags at the start give the room.
const SERVER_FLAGS = ['--max-semi-space-size=32', '--heap-growing-percent=200'];

/**
 * The flags of Node with which the command line does a command.
 *
 * @param {string | undefined} command
 * @returns {readonly string[]}
 */
export function flagsOf(command) {
  return command === 'serve' ? SERVER_FLAGS : [];
}

/**
 * @param {readonly string[]} args a script below the root, and its arguments
 * @param {{ flags?: readonly string[], cwd?: string }} [options] flags of Node; the folder to run in
 * @returns {Promise<number>} its exit code
 */
export function runNode([script = '', ...args], { flags = [], cwd = process.cwd() } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, join(ROOT, script), ...args], {
      cwd,
      stdio: 'inherit',
    });
    // A terminal sends Ctrl-C to both; we stay until the child has put its things in order.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
