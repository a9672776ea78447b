import { testSet } from '../../app/test-set.js';
import type { EdgeCoverage, TestOutcome } from '../../domain/set-tests/index.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { sayRefusal } from '../say-refusal.js';
import { suggestionsYaml } from '../suggestions-yaml.js';

const SIDE_WORDS = { below: '未到的一侧', reached: '达到的一侧' } as const;

/** `test SET [--suggest]` */
export async function test(
  context: Context,
  reference: string,
  options: { readonly suggest?: boolean },
): Promise<number> {
  const { terminal } = context;
  const tested = await testSet(context.ports, reference);
  if (!tested.ok) return sayRefusal(terminal, tested.error);
  const { set, path, report, suggestions } = tested.value;
  const failed = report.outcomes.filter((one) => one.unknown !== null || one.mismatches.length > 0);
  for (const outcome of failed) terminal.say(outcomeLines(outcome));
  const uncovered = report.coverage.filter((one) => one.missing.length > 0);
  const isIssued = set.status === 'issued';
  if (uncovered.length > 0) {
    terminal.say(
      `${isIssued ? '[错误]' : '[提醒]'} ${String(uncovered.length)}处界限、上限或下限没有测到两侧：\n`,
    );
    for (const one of uncovered) terminal.say(`  ${coverageLine(one)}\n`);
  }
  if (options.suggest === true && suggestions.length > 0) {
    const file = `${path}/tests/suggested.yaml`;
    if (await terminal.exists(file)) {
      terminal.say(`${file} 已经有了，没有改动；下面是还缺的测试，请自行并入：\n`);
      terminal.say(suggestionsYaml(suggestions));
    } else {
      await terminal.writeFile(file, suggestionsYaml(suggestions));
      terminal.say(
        `已写入 ${file}：${String(suggestions.length)}个建议的测试。应得结果是按现行规则算出来的，请对照文件逐条核对。\n`,
      );
    }
  } else if (uncovered.length > 0) {
    terminal.say(`用 kaoheng test ${reference} --suggest 写出建议的测试。\n`);
  }
  const total = report.outcomes.length;
  const edges = report.coverage.length;
  terminal.out(
    `${set.id} ${set.version}：${String(total)}个测试，${String(total - failed.length)}个通过，${String(failed.length)}个不通过；` +
      `${String(edges)}处界限，${String(edges - uncovered.length)}处两侧都测到\n`,
  );
  return failed.length > 0 || (isIssued && uncovered.length > 0) ? EXIT.refused : EXIT.done;
}

function outcomeLines(outcome: TestOutcome): string {
  const { file, line, column } = outcome.place;
  const head = `${file}:${String(line)}:${String(column)} 不通过：${outcome.name}\n`;
  if (outcome.unknown !== null) return `${head}    体系里没有${outcome.unknown}，请核对代号。\n`;
  const lines = outcome.mismatches.map(
    (one) =>
      `    ${one.region === null ? '' : `${one.region} 的 `}${WHAT[one.what] ?? one.what}：应为 ${one.expected}，实为 ${one.actual}\n`,
  );
  return head + lines.join('');
}

const WHAT: Readonly<Record<string, string>> = {
  value: '指标值',
  points: '得分',
  status: '得分状态',
  score: '总分',
  bonus: '加分',
  penalty: '扣分',
  grade: '等级',
  gradeBeforeVeto: '否决前等级',
  rank: '名次',
  consequences: '结果运用',
};

function coverageLine({ edge, missing }: EdgeCoverage): string {
  return `${edge.label}：缺${missing.map((side) => SIDE_WORDS[side]).join('、')}`;
}
