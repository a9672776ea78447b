// What a file costs that is refused, as a user meets it: uploaded to a running server, and given to a
// whole program; beside the same with an honest small form.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { badWorkbooks } from './refusals/bad-workbooks.mjs';
import { runWhole } from './whole-program/run.mjs';

const ROOT = join(import.meta.dirname, '..');
const PROGRAM = join(ROOT, 'dist', 'cli.js');
const SET = 'qinghai-2015';
const REGION = 'haidong';
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'kaoheng-refusals-'));

try {
  const path = join(folder, 'form.xlsx');
  runWhole(folder, ['template', SET, '--for', 'region', '--region', REGION, '--out', path]);
  const form = readFileSync(path);
  const files = [{ name: '正常的小表', code: '', content: form }, ...badWorkbooks(form)];
  await byServer(files);
  byProgram(files);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @typedef {ReturnType<typeof badWorkbooks>} Files */

/** @param {Files} files */
async function byServer(files) {
  console.log(`上传到运行中的服务（${String(ROUNDS)} 轮的中位数；内存为服务进程，含读表的线程）`);
  for (const { name, code, content } of files) {
    // A server of its own for each: what one leaves behind would count for the next.
    const server = await serve();
    try {
      const before = rss(server.pid);
      /** @type {number[]} */
      const times = [];
      let said = '';
      for (let round = 0; round < ROUNDS; round += 1) {
        const body = new FormData();
        body.append('file', new Blob([content]), '海东市.xlsx');
        const started = performance.now();
        const answer = await fetch(`${server.url}/api/v1/sets/${SET}/preview/${REGION}`, {
          method: 'POST',
          body,
        });
        said = `${String(answer.status)} ${await answer.text()}`;
        times.push(performance.now() - started);
      }
      const { peak } = rss(server.pid);
      console.log(
        `  ${name}　${(content.length / 1024).toFixed(0)} kB　第一次 ${ms(times[0])}　中位 ${ms(median(times))}　` +
          `内存从 ${mb(before.now)} 至多到 ${mb(peak)}　${verdict(said, code)}`,
      );
    } finally {
      server.stop();
    }
  }
}

/** @param {Files} files */
function byProgram(files) {
  for (const command of ['check', 'score']) {
    console.log(`整个程序 kaoheng ${command}（${String(ROUNDS)} 轮的中位数）`);
    /** @type {Map<string, { times: number[], peaks: number[], said: string }>} */
    const measured = new Map();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, content } of files) {
        const path = join(folder, '海东市.xlsx');
        writeFileSync(path, content);
        const one = runWhole(folder, [command, SET, '--data', path]);
        const all = measured.get(name) ?? { times: [], peaks: [], said: '' };
        measured.set(name, {
          times: [...all.times, one.ms],
          peaks: [...all.peaks, one.peak],
          said: one.said,
        });
      }
    }
    const usual = median(measured.get(files[0]?.name ?? '')?.times ?? []);
    for (const { name, code } of files) {
      const { times = [], peaks = [], said = '' } = measured.get(name) ?? {};
      console.log(
        `  ${name}　${ms(median(times))}（比正常的小表多 ${ms(median(times) - usual)}）　${mb(median(peaks))}　${verdict(said, code)}`,
      );
    }
  }
}

/**
 * @param {string} said
 * @param {string} code
 */
function verdict(said, code) {
  const found = [...new Set(said.match(/workbook-[a-z-]+/g))];
  if (code === '') return found.length === 0 ? '收下' : `意外：${found.join('、')}`;
  return found.some((one) => one.startsWith(code))
    ? found.join('、')
    : `意外：${said.slice(0, 200)}`;
}

/** A server of its own process. */
async function serve() {
  const port = await freePort();
  const script = join(folder, 'server.mjs');
  writeFileSync(
    script,
    `import { main } from ${JSON.stringify(PROGRAM)}; process.exitCode = await main(process.argv.slice(2));`,
  );
  const child = spawn(process.execPath, [script, 'serve', '--port', String(port)], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${String(port)}`;
  for (;;) {
    // The set is read and the preview computed once before: a bad file is not the first thing sent.
    const ready = await fetch(`${url}/api/v1/sets/${SET}/preview/${REGION}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"period":"2015"}',
    }).catch(() => undefined);
    if (ready?.ok === true) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, pid: child.pid ?? 0, stop: () => child.kill() };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/**
 * Memory now and at its highest, in kB.
 * @param {number} pid
 */
function rss(pid) {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const of = (/** @type {string} */ key) =>
    Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN);
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** @param {number | undefined} value */
function ms(value) {
  return `${(value ?? NaN).toFixed(0)} 毫秒`;
}

/** @param {number} kilobytes */
function mb(kilobytes) {
  return `${(kilobytes / 1024).toFixed(0)} MB`;
}
