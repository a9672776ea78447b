// `npm run demo`: scores the sample years, prints the ranked tables, and writes the documents under
// out/. Nothing stops at the first failure: on a machine without a browser the tables still come.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const SETS = ['qinghai-food-2024', 'qinghai-2015'];
const DOCUMENTS = { 'result-notice': '考核结果通报', 'score-sheet': '得分明细表' };

/** @type {string[]} */
const written = [];
/** @type {string[]} */
const failed = [];
/** @type {string[]} */
const unprinted = [];

/** @param {readonly string[]} args */
function kaoheng(args) {
  const run = spawnSync(process.execPath, [join('dist', 'cli.js'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.error) process.stderr.write(`考衡：${run.error.message}\n`);
  return run.status === 0;
}

mkdirSync(join(ROOT, 'out'), { recursive: true });
for (const set of SETS) {
  const folder = `indicators/${set}`;
  process.stdout.write(`\n$ kaoheng score ${folder}\n`);
  if (!kaoheng(['score', folder])) failed.push(`${set} 的计分`);
  for (const [template, title] of Object.entries(DOCUMENTS)) {
    const out = `out/${set}-${template}.pdf`;
    // A file of an earlier demo must not pass for one of this.
    rmSync(join(ROOT, out), { force: true });
    const done = kaoheng(['report', folder, '--template', template, '--out', out]);
    if (done && existsSync(join(ROOT, out))) written.push(out);
    else {
      failed.push(`${set} 的${title}`);
      unprinted.push(out);
    }
  }
}

process.stdout.write('\n');
for (const file of written) process.stdout.write(`已写出 ${file}\n`);
if (failed.length > 0) {
  process.stderr.write(`\n考衡：演示有 ${failed.length} 步没有完成：${failed.join('、')}。\n`);
  if (unprinted.length > 0) {
    process.stderr.write(
      `考衡：${unprinted.join('、')} 没有写出，原因见上面的报错；若是缺浏览器，请安装 Chromium（如 apt-get install chromium）后重跑 npm run demo。\n`,
    );
  }
  process.exitCode = 1;
}
