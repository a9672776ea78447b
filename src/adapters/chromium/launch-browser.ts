import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { BrowserAttempt, BrowserFacts, PrintFault } from '../../ports/document-renderer.js';
import { findSystemBrowsers, type Candidate } from './find-browsers.js';
import { unpackBrowser, type PackagedBrowser } from './packaged-browser.js';
import type { PrivateCache } from './private-cache.js';

/** What a browser is started with. */
export interface LaunchSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cache: PrivateCache;
  readonly fontConfig: string;
}

/** A browser that runs. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly facts: BrowserFacts;
  readonly attempts: readonly BrowserAttempt[];
  /** Ends the process and removes its profile. */
  close(): Promise<void>;
}

/** A browser that would not start, with everything that was tried. */
export interface LaunchFault {
  readonly fault: PrintFault;
  readonly attempts: readonly BrowserAttempt[];
}

/** Page numbers are CSS margin boxes, which Chromium has from this version on. */
const OLDEST = 131;
const LAUNCH_LIMIT_MS = 30_000;

const FLAGS = [
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--font-render-hinting=none',
] as const;

/**
 * Starts the first browser that works: the one that KAOHENG_CHROME names, else the one in the npm
 * package, else one of the machine. A browser that the user named is never silently replaced.
 */
export async function launchBrowser(
  settings: LaunchSettings,
): Promise<Result<RunningBrowser, LaunchFault>> {
  const attempts: BrowserAttempt[] = [];
  const configured = settings.env['KAOHENG_CHROME'];
  if (configured !== undefined && configured !== '') {
    const candidate: Candidate = { source: 'configured', path: configured };
    const tried = await start(candidate, null, settings);
    if (tried.ok) return success({ ...tried.value, attempts });
    const facts = { path: configured, detail: tried.error };
    attempts.push({ ...candidate, reason: tried.error });
    return failure({ fault: { code: 'configured-browser-failed', facts }, attempts });
  }
  for (const [candidate, packaged] of await candidates(settings, attempts)) {
    const tried = await start(candidate, packaged, settings);
    if (tried.ok) return success({ ...tried.value, attempts });
    attempts.push({ ...candidate, reason: tried.error });
  }
  const tries =
    attempts.map((each) => `${each.path}（${each.reason}）`).join('；') || '没有找到任何浏览器';
  return failure({ fault: { code: 'no-browser', facts: { attempts: tries } }, attempts });
}

async function candidates(
  settings: LaunchSettings,
  attempts: BrowserAttempt[],
): Promise<(readonly [Candidate, PackagedBrowser | null])[]> {
  const found: (readonly [Candidate, PackagedBrowser | null])[] = [];
  const packageName = '@sparticuz/chromium';
  try {
    const packaged = await unpackBrowser(settings.cache);
    if (packaged !== null) found.push([{ source: 'packaged', path: packaged.path }, packaged]);
    else attempts.push({ source: 'packaged', path: packageName, reason: '未安装，或不支持本机' });
  } catch (error) {
    attempts.push({ source: 'packaged', path: packageName, reason: firstLine(error) });
  }
  for (const candidate of await findSystemBrowsers(settings.env)) found.push([candidate, null]);
  return found;
}

/** Starts one candidate; where a library or the sandbox is missing, once more without it. */
async function start(
  candidate: Candidate,
  packaged: PackagedBrowser | null,
  settings: LaunchSettings,
): Promise<Result<Omit<RunningBrowser, 'attempts'>, string>> {
  let libraries: string | null = null;
  // Chromium refuses to run its sandbox as root.
  let sandbox = process.getuid?.() !== 0;
  // Our own browser is known to be whole: on a machine that is short of breath it may fail once.
  let isPatient = packaged !== null;
  for (;;) {
    const started = await startOnce(candidate, libraries, sandbox, settings);
    if (started.ok) return started;
    const said = started.error;
    if (packaged !== null && libraries === null && /error while loading shared/.test(said)) {
      libraries = await packaged.libraries();
    } else if (sandbox && /sandbox|zygote_host/i.test(said)) {
      sandbox = false;
    } else if (isPatient) {
      isPatient = false;
    } else {
      return failure(tellingLine(said));
    }
  }
}

async function startOnce(
  candidate: Candidate,
  libraries: string | null,
  sandbox: boolean,
  settings: LaunchSettings,
): Promise<Result<Omit<RunningBrowser, 'attempts'>, string>> {
  const { default: puppeteer } = await import('puppeteer');
  const home = await mkdtemp(join(tmpdir(), 'kaoheng-print-'));
  const sweep = (): void => {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', sweep);
  const env = childEnv(candidate, home, libraries, settings);
  const flags = [...FLAGS, ...(sandbox ? [] : ['--no-sandbox'])];
  try {
    const browser = await puppeteer.launch({
      executablePath: candidate.path,
      headless: 'shell',
      // No port that another user of the machine could connect to.
      pipe: true,
      userDataDir: join(home, 'profile'),
      timeout: LAUNCH_LIMIT_MS,
      protocolTimeout: 180_000,
      args: flags,
      env,
      // Who listens for these signals stops in order and closes the browser: it must not end first.
      handleSIGINT: process.listenerCount('SIGINT') === 0,
      handleSIGTERM: process.listenerCount('SIGTERM') === 0,
    });
    // A browser that is killed breaks its pipes, and a broken pipe without a listener ends Node.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined);
    const version = (await browser.version()).replace(/^.*\//, '');
    const close = async (): Promise<void> => {
      await endBrowser(browser);
      process.off('exit', sweep);
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    };
    if (Number.parseInt(version, 10) < OLDEST) {
      await close();
      return failure(`版本 ${version} 过低，需要 ${OLDEST} 或更高`);
    }
    const bundledLibraries = libraries !== null;
    const facts: BrowserFacts = { ...candidate, version, sandbox, bundledLibraries };
    return success({ browser, facts, close });
  } catch (error) {
    const said = await askWhy(candidate.path, [...flags, `--user-data-dir=${home}/why`], env);
    process.off('exit', sweep);
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    return failure(said === '' ? firstLine(error) : said);
  }
}

/**
 * What a browser that would not start says on its error output. The pipe that steers it hides this,
 * so it is started once more, on an empty page, only to be listened to.
 */
function askWhy(
  path: string,
  flags: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const args = ['--headless', ...flags, '--dump-dom', 'about:blank'];
  return new Promise((resolve) => {
    execFile(path, args, { env, timeout: 10_000, killSignal: 'SIGKILL' }, (error, _, stderr) => {
      resolve(error === null ? '' : `${stderr}\n${error.message}`);
    });
  });
}

/** Asks the browser to end, and ends it if it does not. */
async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const ended = new Promise<void>((resolve) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const patience = setTimeout(() => child?.kill('SIGKILL'), 5_000);
  await browser.close().catch(() => child?.kill('SIGKILL'));
  await ended;
  clearTimeout(patience);
}

function childEnv(
  candidate: Candidate,
  home: string,
  libraries: string | null,
  settings: LaunchSettings,
): Record<string, string | undefined> {
  const shared = { FONTCONFIG_FILE: settings.fontConfig, TMPDIR: home, TZ: 'Asia/Shanghai' };
  if (candidate.source !== 'packaged') return { ...settings.env, ...shared };
  const paths = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
  return {
    PATH: settings.env['PATH'],
    LANG: 'C.UTF-8',
    ...paths,
    ...shared,
    ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }),
  };
}

/** The line of a failure that says why; Chromium writes its own log around it. */
function tellingLine(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  const telling =
    /error while loading|cannot open|No such file|ENOENT|EACCES|not supported|FATAL|No usable/;
  const line = lines.find((each) => telling.test(each)) ?? lines.find((each) => each !== '');
  return (line ?? '').slice(0, 300);
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/Target closed|Failed to launch/.test(message))
    return '启动后立即退出，可能不是 Chrome/Chromium';
  return (message.split('\n')[0] ?? '').slice(0, 300);
}
