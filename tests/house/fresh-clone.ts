import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What came of one run. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Stands in for npm: notes that it was called, and installs esbuild by a link. Like the real one it
 * keeps quiet when the level that it is told, by argument before environment, is `silent`.
 */
const NPM = `
const fs = require('node:fs');
const path = require('node:path');
const args = process.argv.slice(2);
fs.appendFileSync(process.env.NPM_CALLS, args.join(' ') + '\\n');
const level = args.find((arg) => arg.startsWith('--loglevel='))?.slice(11)
  ?? process.env.npm_config_loglevel;
console.log('added 1 package');
setTimeout(() => {
  if (process.env.NPM_FAILS) {
    if (level !== 'silent') console.error('npm error code E404');
    process.exit(Number(process.env.NPM_FAILS));
  }
  fs.rmSync('node_modules', { recursive: true, force: true });
  fs.mkdirSync('node_modules');
  fs.symlinkSync(process.env.REAL_ESBUILD, path.join('node_modules', 'esbuild'), 'junction');
}, Number(process.env.NPM_TAKES ?? 0));
`;

const MAIN = `
export async function main(argv: readonly string[]): Promise<number> {
  console.log(JSON.stringify(argv));
  return argv[0] === 'fail' ? 3 : 0;
}
`;

/** A checkout as git leaves it: this house's scripts around a program of five lines. */
export class FreshClone {
  // A blank and Chinese in the path, as on an office machine.
  readonly root = mkdtempSync(join(tmpdir(), '考衡 clone-'));
  readonly #calls = join(this.root, 'npm-calls.log');

  constructor() {
    for (const folder of ['scripts', 'bin']) {
      cpSync(join(ROOT, folder), join(this.root, folder), { recursive: true });
    }
    this.write('package.json', '{ "type": "module" }');
    this.write('package-lock.json', '{ "lockfileVersion": 3 }');
    this.write('tsconfig.json', '{}');
    this.write('src/main.ts', MAIN);
    this.write('src/main-score.ts', 'export const scoreQuickly = async () => undefined;');
    // Small stand-ins for the program's other bundles.
    this.write('src/adapters/xlsx/workbook-thread.ts', 'export {};');
    this.write('src/adapters/documents/document-thread.ts', 'export {};');
    this.write('src/web/main.ts', 'export {};');
    this.write('src/web/page.css', 'main { margin: 0 }');
    this.write('src/web/index.html', '<!doctype html><title>page</title>');
    this.write('fake/package.json', '{ "type": "commonjs" }');
    this.write('fake/npm-cli.js', NPM);
  }

  write(path: string, content: string): void {
    mkdirSync(join(this.root, path, '..'), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** What npm was called with, one entry a call. */
  npmCalls(): readonly string[] {
    if (!existsSync(this.#calls)) return [];
    return readFileSync(this.#calls, 'utf8').trim().split('\n');
  }

  /** Runs a script of the clone as `npm run -s` would. */
  run(
    script: string,
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    const child = spawn(process.execPath, [join(this.root, script), ...args], {
      // Not the root: nothing may depend on where the user stands.
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        npm_execpath: join(this.root, 'fake/npm-cli.js'),
        npm_config_loglevel: 'silent',
        NODE_ENV: 'production',
        NPM_CALLS: this.#calls,
        REAL_ESBUILD: join(ROOT, 'node_modules/esbuild'),
        ...env,
      },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
