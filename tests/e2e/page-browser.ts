import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import wawoff2 from 'wawoff2';
import puppeteer, { type Browser } from 'puppeteer';
import { unpackBrowser } from '../../src/adapters/chromium/packaged-browser.js';
import { openPrivateCache } from '../../src/adapters/chromium/private-cache.js';

/** The program as it was built, serving on a port of its own. */
export interface ServedProgram {
  readonly url: string;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** Starts `kaoheng serve` as a user does. */
export async function startProgram(): Promise<ServedProgram> {
  const child = spawn(process.execPath, ['dist/cli.js', 'serve', '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    pid: child.pid,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url !== undefined) found(url.replace(/\/$/, ''));
    });
    child.once('exit', () => failed(new Error(said)));
  });
}

/** A Chromium for the page. */
export interface PageBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * The packaged Chromium (or the one that KAOHENG_CHROME names), which reaches this machine alone,
 * with the Chinese faces of our packages for want of the machine's own.
 */
export async function startBrowser(): Promise<PageBrowser> {
  const cache = await openPrivateCache(process.env);
  if (!cache.ok) throw new Error(JSON.stringify(cache.error));
  const home = await mkdtemp(join(tmpdir(), 'kaoheng-page-'));
  const packaged = await unpackBrowser(cache.value);
  const path = process.env['KAOHENG_CHROME'] ?? packaged?.path;
  if (path === undefined) throw new Error('there is no browser for this machine');
  const fontConfig = join(home, 'fonts.conf');
  await unpackFaces(home);
  await writeFile(
    fontConfig,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>${home}</dir><dir>/usr/share/fonts</dir><cachedir>${home}</cachedir></fontconfig>`,
  );
  const libraries = (await packaged?.libraries()) ?? '';
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: 'shell',
    pipe: true,
    userDataDir: join(home, 'profile'),
    args: [
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    env: {
      PATH: process.env['PATH'],
      LANG: 'C.UTF-8',
      TZ: 'Asia/Shanghai',
      HOME: home,
      FONTCONFIG_FILE: fontConfig,
      LD_LIBRARY_PATH: libraries,
    },
  });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Chromium takes from the machine only faces that are not compressed. */
async function unpackFaces(folder: string): Promise<void> {
  const subsets = ['chinese-simplified', 'latin'];
  for (const part of subsets.flatMap((subset) => [`${subset}-400`, `${subset}-700`])) {
    const name = `noto-sans-sc-${part}-normal`;
    const packed = await readFile(`node_modules/@fontsource/noto-sans-sc/files/${name}.woff2`);
    await writeFile(join(folder, `${name}.ttf`), await wawoff2.decompress(packed));
  }
}
