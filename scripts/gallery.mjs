// `npm run gallery`: prints every document from the sample year and puts pictures of the pages into
// docs/gallery/, with docs/公文样式.md as their list. Needs poppler (pdftoppm) for the pictures.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './setup.mjs';

const SET = 'qinghai-2015';
const MOST_PAGES = 3;
const DPI = '60';

const PICTURES = join(ROOT, 'docs', 'gallery');
const OUT = join(ROOT, 'out', 'gallery');

if (spawnSync('pdftoppm', ['-v']).error) {
  process.stderr.write(
    '考衡：没有 pdftoppm，画不出样张。请先运行：apt-get install poppler-utils\n',
  );
  process.exit(3);
}

/** @param {string} program @param {readonly string[]} args */
function run(program, args) {
  const done = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
  if (done.status === 0) return;
  throw new Error(`${program} ${args.join(' ')}\n${done.stderr}`);
}

const names = readdirSync(join(ROOT, 'templates'))
  .filter((name) => !name.startsWith('_'))
  .sort();
rmSync(PICTURES, { recursive: true, force: true });
for (const folder of [PICTURES, OUT]) mkdirSync(folder, { recursive: true });

const lines = [
  '# 公文样式',
  '',
  `用 \`${SET}\` 的样例印出的每种公文，每种最多 ${String(MOST_PAGES)} 页。数据和文书记录都是示例。本页和图由 \`npm run gallery\` 生成。`,
  '',
];
for (const [index, name] of names.entries()) {
  const manifest = parse(readFileSync(join(ROOT, 'templates', name, 'template.yaml'), 'utf8'));
  process.stderr.write(`[${String(index + 1)}/${String(names.length)}] ${manifest.label}\n`);
  const pdf = join(OUT, `${name}.pdf`);
  run(process.execPath, [
    join('dist', 'cli.js'),
    ...['report', SET, '--template', name, '--out', pdf],
  ]);
  run('pdftoppm', [
    '-r',
    DPI,
    '-l',
    String(MOST_PAGES),
    '-gray',
    '-png',
    pdf,
    join(PICTURES, name),
  ]);
  const pictures = readdirSync(PICTURES).filter((file) => file.startsWith(`${name}-`));
  lines.push(`## ${manifest.label}（\`${name}\`）`, '');
  lines.push(
    pictures
      .map((file, page) => `![${manifest.label}第${String(page + 1)}页](gallery/${file})`)
      .join(' '),
    '',
  );
}
writeFileSync(join(ROOT, 'docs', '公文样式.md'), lines.join('\n'));
process.stdout.write(
  `已写出 docs/公文样式.md 和 ${String(readdirSync(PICTURES).length)} 张样张。\n`,
);
