import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { FontFault, FontStep } from '../../ports/font-bringer.js';

const PACKAGE = 'texlive-lang-chinese';
const MEMBER = '*/FandolFang-Regular.otf';
const DOWNLOAD_LIMIT_MS = 600_000;
const FONT_LIMIT_BYTES = 64 * 1024 * 1024;

/** Programs of Debian: what is missing is told by name. */
type Programs = Readonly<Record<string, string | undefined>>;

/**
 * Takes FandolFang out of Debian's package: downloads it into a folder of its own and reads one file
 * of it. Nothing is installed, and no right to install is needed.
 *
 * @param env where programs are looked for
 */
export async function fetchDebianFont(
  env: Programs,
  onStep: (step: FontStep) => void,
): Promise<Result<Uint8Array, FontFault>> {
  for (const program of ['apt-get', 'dpkg-deb', 'tar']) {
    const found = await run(program, ['--version'], { env, cwd: tmpdir() });
    if (!found.ok) return failure({ code: 'no-package-manager', facts: { program } });
  }
  const folder = await mkdtemp(join(tmpdir(), 'kaoheng-fonts-'));
  const failed = (detail: string): Result<never, FontFault> =>
    failure({ code: 'download-failed', facts: { package: PACKAGE, detail } });
  try {
    onStep('download');
    const got = await run('apt-get', ['download', PACKAGE], { env, cwd: folder });
    if (!got.ok) return failed(got.error);
    const archive = (await readdir(folder)).find((name) => name.endsWith('.deb'));
    if (archive === undefined) return failed('下载后没有软件包文件');
    onStep('unpack');
    // A shell's pipe, over fixed names only: the archive unpacked is 150 MB, the font 7.
    const pipe = `dpkg-deb --fsys-tarfile ./*.deb | tar -xOf - --wildcards '${MEMBER}'`;
    const font = await run('sh', ['-c', pipe], { env, cwd: folder });
    return font.ok ? success(font.value) : failed(font.error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end: what it wrote, or the line that says why it failed. */
function run(
  program: string,
  args: readonly string[],
  options: { readonly env: Programs; readonly cwd: string },
): Promise<Result<Uint8Array, string>> {
  const settings = {
    cwd: options.cwd,
    env: { ...options.env, LC_ALL: 'C' },
    encoding: 'buffer' as const,
    maxBuffer: FONT_LIMIT_BYTES,
    timeout: DOWNLOAD_LIMIT_MS,
  };
  return new Promise((resolve) => {
    execFile(program, [...args], settings, (error, stdout, stderr) => {
      if (error === null) return resolve(success(stdout));
      const lines = stderr.toString('utf8').split('\n');
      const telling =
        lines.find((line) => line.startsWith('E:')) ?? lines.find((line) => line !== '');
      resolve(failure((telling ?? error.message).slice(0, 300)));
    });
  });
}
