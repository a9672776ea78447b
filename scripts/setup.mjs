// Makes a fresh clone ready: installs the packages, links `kaoheng` for npx, builds dist/. Every
// command runs it first, so it costs next to nothing when there is nothing to do. It needs Node
// alone. Whatever it says goes to stderr: stdout belongs to the command.
//
// It is called by the commands themselves and not by pre-scripts, because npm skips those under
// --ignore-scripts without a word.
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, isFresh, keepStamp, readStamp, takePrints } from './stamp.mjs';

/** The checkout. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

// Each stamp lies inside what it vouches for: whoever deletes the folder deletes the stamp.
const INSTALL_STAMP = join(ROOT, 'node_modules', '.kaoheng-setup.json');
const BUILD_STAMP = join(ROOT, 'dist', '.stamp.json');
const LINK = join(ROOT, 'node_modules', '.bin', 'kaoheng');

/**
 * Brings the checkout up to date.
 * @param {{ build?: boolean }} [wish] `build: false` for commands that only need the packages
 * @returns {Promise<number>} 0, or the exit code with which the command should give up
 */
export async function setUp({ build = true } = {}) {
  if (!isNodeNewEnough(process.versions.node)) {
    say(
      `需要 Node 20.19 或更高版本，现在是 ${process.versions.node}。请升级 Node 后重跑同一条命令。`,
    );
    return 1;
  }
  if (await isReady(build)) return 0;
  const { withLock } = await import('./lock.mjs');
  return withLock(
    join(ROOT, '.kaoheng', 'setup.lock'),
    (pid) => {
      say(`另一个进程（${pid ?? '?'}）正在安装或构建，等它完成……`);
    },
    async () => {
      // Asked again with the lock in hand: the one before us may have done it all.
      if (!(await isInstalled())) {
        const code = await install();
        if (code !== 0) return code;
      }
      if (!isLinked()) link();
      return build && !(await isBuilt()) ? rebuild() : 0;
    },
  );
}

/** @param {boolean} build */
async function isReady(build) {
  return (await isInstalled()) && isLinked() && (!build || (await isBuilt()));
}

function packages() {
  const facts = [process.version, process.platform, process.arch];
  return { root: ROOT, paths: ['package-lock.json'], facts };
}

function isInstalled() {
  return isFresh(INSTALL_STAMP, packages());
}

function sources() {
  const makers = [
    'package.json',
    'tsconfig.json',
    'scripts/build.mjs',
    'scripts/build-page.mjs',
    'scripts/build-score.mjs',
    'scripts/keep-code.mjs',
    'scripts/leave-out-unused.mjs',
    'scripts/load-program.mjs',
    'scripts/patience.mjs',
    'scripts/cli-entry.ts',
  ];
  const paths = [...filesBelow(ROOT, 'src'), ...makers];
  // Packages are bundled, so a new lock is a new build; the code kept is this V8's.
  const facts = [process.version, process.arch, readStamp(INSTALL_STAMP)?.hash ?? ''];
  return { root: ROOT, paths, facts };
}

async function isBuilt() {
  return existsSync(join(ROOT, 'dist', 'cli.js')) && isFresh(BUILD_STAMP, sources());
}

/** @returns {Promise<number>} npm's exit code */
async function install() {
  const started = Date.now();
  const made = packages();
  const prints = await takePrints(made);
  say('正在安装依赖（npm ci），首次约需十几秒到几分钟……');
  rmSync(INSTALL_STAMP, { force: true });
  // --include=dev: NODE_ENV=production would leave out what builds and tests the program.
  // --loglevel: `npm run -s` hands down `silent`, which would hide why an installation failed.
  const code = await runNpm(['ci', '--include=dev', '--loglevel=error']);
  if (code !== 0) {
    say(`依赖安装失败（npm ci 退出码 ${code}），原因见上面 npm 的报错。`);
    say('常见原因：网络或镜像不通（npm config get registry 可查看）、磁盘已满、无写权限。');
    say('处理后重跑同一条命令即可。');
    return code;
  }
  keepStamp(INSTALL_STAMP, prints);
  say(`依赖已装好（${seconds(started)} 秒）。`);
  return 0;
}

/** @returns {Promise<number>} */
async function rebuild() {
  const started = Date.now();
  say('正在构建 dist/ ……');
  try {
    const { build } = await import('./build.mjs');
    await build(sources(), BUILD_STAMP);
  } catch (error) {
    say(`构建失败：${error instanceof Error ? error.message : String(error)}`);
    say('请按上面的文件与行号改正源代码，再重跑同一条命令。');
    return 1;
  }
  say(`构建完成（${seconds(started)} 秒）。`);
  return 0;
}

function isLinked() {
  return lstatSync(LINK, { throwIfNoEntry: false }) !== undefined;
}

/** npm links the programs of a project's packages, but not the project's own one. */
function link() {
  mkdirSync(dirname(LINK), { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(`${LINK}.cmd`, '@node "%~dp0\\..\\..\\bin\\kaoheng.mjs" %*\r\n');
    writeFileSync(LINK, '#!/bin/sh\nexec node "$(dirname "$0")/../../bin/kaoheng.mjs" "$@"\n');
  } else {
    symlinkSync('../../bin/kaoheng.mjs', LINK);
  }
}

/**
 * Runs the npm that runs us, or the one on the PATH.
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function runNpm(args) {
  const { spawn } = await import('node:child_process');
  const own = npmScript(process.env['npm_execpath']);
  return new Promise((resolve) => {
    // npm.cmd only starts in a shell.
    const [program, script] = own === undefined ? ['npm', []] : [process.execPath, [own]];
    const child = spawn(program, [...script, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      shell: own === undefined && process.platform === 'win32',
    });
    // npm must end before the lock is given back, else the next run installs beside it.
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => child.kill(signal);
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, forward);
    /** @param {number} code */
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.on('error', (error) => {
      say(`无法启动 npm:${error.message}`);
      end(127);
    });
    child.on('close', (code, signal) => {
      end(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * @param {string | undefined} path npm_execpath, which other package managers and npx set too
 * @returns {string | undefined}
 */
function npmScript(path) {
  if (path === undefined) return undefined;
  if (basename(path) === 'npx-cli.js') return join(dirname(path), 'npm-cli.js');
  return basename(path) === 'npm-cli.js' ? path : undefined;
}

/** @param {string} version */
function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** @param {number} started */
function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`考衡：${text}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await setUp();
