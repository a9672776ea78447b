// WeasyPrint and LibreOffice on the same HTML with the same fonts, for bench/print.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printLetters, type Texts } from './print-letters.js';
import { newRenderer, type bareBrowser } from './printing-bench.js';
import { median, say } from './tell.js';

type Bare = Awaited<ReturnType<typeof bareBrowser>>;

const PEER_LETTERS = Number(process.env['PEER_LETTERS'] ?? 50);
const PEER_ROUNDS = Number(process.env['PEER_ROUNDS'] ?? 5);
/** Few are enough for a program that takes half a second for each. */
const WEASY_LETTERS = 10;

/** The letters as HTML in files, with the fonts that we print with. */
export interface PeerHtml {
  readonly folder: string;
  readonly names: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Writes the letters as HTML, as our browser gets them. */
export async function peerHtml(files: string, texts: Texts, bare: Bare): Promise<PeerHtml> {
  const folder = join(files, 'html');
  mkdirSync(folder);
  const names = Array.from({ length: PEER_LETTERS }, (_, number) => `letter-${number}.html`);
  for (const [number, name] of names.entries()) {
    writeFileSync(join(folder, name), await bare.html(await texts.letter(number)));
  }
  const env = { ...process.env, FONTCONFIG_FILE: bare.fontConfig, HOME: files };
  return { folder, names, env };
}

/** WeasyPrint, warm: one process for all letters, of which the first is set once before. */
export function weasyPrint({ folder, names, env }: PeerHtml, ours: number): void {
  const python = `import sys, time, logging
logging.disable(logging.CRITICAL)
from weasyprint import HTML
names = [sys.argv[1] + '/' + name for name in sys.argv[2:]]
HTML(names[0]).render()
start = time.perf_counter(); pages = 0
for name in names:
    document = HTML(name).render(); pages += len(document.pages); document.write_pdf(name + '.pdf')
print((time.perf_counter() - start) * 1000, pages)`;
  const few = names.slice(0, WEASY_LETTERS);
  const run = spawnSync('/usr/bin/python3', ['-c', python, folder, ...few], {
    env,
    encoding: 'utf8',
  });
  const [ms = 0, pages = 0] = run.stdout.trim().split(' ').map(Number);
  if (run.status !== 0) say('未装 WeasyPrint（Debian：weasyprint），未比');
  else {
    say(
      `WeasyPrint（同一进程，预热后）：${few.length} 封 ${pages} 页，每页 ${(ms / pages).toFixed(0)} 毫秒，为本软件（每页 ${ours.toFixed(2)} 毫秒）的 ${(ms / pages / ours).toFixed(0)} 倍`,
    );
  }
}

/**
 * LibreOffice and ours take turns. It converts all letters in one process, as somebody does who has a
 * batch of them. Its start and first letter are measured by a process of their own, and taken off; ours
 * has been started and has printed before. With its start it stands beside ours with its own, of as
 * many letters.
 */
export async function besideOffice(
  html: PeerHtml,
  texts: Texts,
  parallel: number,
  letters: number,
): Promise<void> {
  const out = join(html.folder, '../office');
  const convert = (list: readonly string[]): number => {
    const started = performance.now();
    const args = ['--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', out];
    spawnSync('soffice', [...args, ...list], { env: html.env, cwd: html.folder });
    return performance.now() - started;
  };
  // The first time it makes a profile.
  convert(html.names.slice(0, 1));
  if (!existsSync(out)) {
    say('未装 LibreOffice（Debian：libreoffice-writer），未比');
    return;
  }
  const kept = newRenderer(parallel);
  await printLetters(kept, texts, letters);
  const rounds: Record<'ours' | 'oursWhole' | 'warm' | 'whole', number>[] = [];
  for (let round = 0; round < PEER_ROUNDS; round += 1) {
    const { ms, pages } = await printLetters(kept, texts, letters);
    const started = performance.now();
    const fresh = newRenderer(parallel);
    const few = await printLetters(fresh, texts, html.names.length);
    await fresh.close();
    const oursWhole = (performance.now() - started) / few.pages;
    const once = convert(html.names.slice(0, 1));
    const all = convert(html.names);
    const theirs = html.names.reduce((sum, name) => {
      const pdf = readFileSync(join(out, name.replace('.html', '.pdf')), 'latin1');
      return sum + (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    }, 0);
    const others = (theirs * (html.names.length - 1)) / html.names.length;
    const warm = (all - once) / others;
    rounds.push({ ours: ms / pages, oursWhole, warm, whole: all / theirs });
  }
  await kept.close();
  const of = (value: (round: (typeof rounds)[number]) => number): string =>
    median(rounds.map(value)).toFixed(2);
  say(
    `LibreOffice 与本软件轮流 ${PEER_ROUNDS} 次，每页中位数：扣除启动 ${of(({ warm }) => warm)} 毫秒，本软件（${letters} 封，预热后）${of(({ ours }) => ours)} 毫秒，${of(({ ours, warm }) => warm / ours)} 倍；连启动（各 ${html.names.length} 封）${of(({ whole }) => whole)}、${of(({ oursWhole }) => oursWhole)} 毫秒，${of(({ oursWhole, whole }) => whole / oursWhole)} 倍`,
  );
}
