import { Command, CommanderError, Option } from 'commander';
import type { Context } from './command.js';
import { displayWidth } from './display-width.js';
import { EXIT } from './exit-codes.js';
import { usageMessage } from './usage-message.js';
import type { CheckOptions } from './commands/check.js';
import type { DiffOptions } from './commands/diff.js';
import type { ExplainOptions } from './commands/explain.js';
import type { ImportTableOptions } from './commands/import.js';
import type { ReportOptions } from './commands/report.js';
import type { ScoreOptions } from './commands/score.js';
import type { ServeOptions } from './commands/serve.js';
import type { TemplateOptions } from './commands/template.js';
import type { VerifyOptions } from './commands/verify-document.js';

const EXIT_HELP = `
退出码：
  0  完成
  1  指标体系、测试或数据有错，逐条列在标准错误输出上
  2  命令写错：没有这个命令、选项、体系、地区或指标
  3  本机缺少打印所需的浏览器或字体，其余都已完成
 70  程序内部错误
结果写在标准输出，错误、提醒和进度写在标准错误输出。`;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Runs the command line and gives the exit code. */
export async function runCli(argv: readonly string[], context: Context): Promise<number> {
  let exit: number = EXIT.done;
  const program = createProgram(context, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    context.terminal.say(usageMessage(error));
    return EXIT.usage;
  }
}

function createProgram(context: Context, done: (code: number) => void): Command {
  const { terminal } = context;
  const program = new Command('kaoheng');
  program
    .description('考衡：按指标体系给被考核地区计分、排名、推导、打印')
    .version(context.version, '-V, --version', '显示版本')
    .addHelpText(
      'after',
      `\n例：\n  kaoheng score qinghai-food-2024\n  kaoheng explain qinghai-2015 --region 630200\n${EXIT_HELP}`,
    );
  shape(program, terminal);

  const command = (name: string, description: string, examples: readonly string[]): Command => {
    const one = program.command(name).description(description);
    one.addHelpText('after', `\n例：\n${examples.map((line) => `  kaoheng ${line}\n`).join('')}`);
    shape(one, terminal);
    return one;
  };
  const set = ['<体系>', '指标体系：文件夹、其中的 set.yaml，或 indicators/ 下的代号'] as const;
  const data = new Option(
    '--data <路径...>',
    '数据：YAML、CSV、Excel（填报表）文件或文件夹，可多个；不写则用体系自带的样例',
  );
  // Commander sees three dots only behind a Latin letter.
  data.variadic = true;
  const pastData = new Option('--data <路径...>', '有上年值的数据，印在表上供对照；可多个');
  pastData.variadic = true;
  const period = new Option('--period <期间>', '考核的期间，如 2022-H1；不写则按数据和体系');
  const out = new Option('--out <文件>', '写入文件，不写则到标准输出');
  const format = (choices: readonly string[], preset: string): Option =>
    new Option('--format <格式>', '输出格式').choices(choices).default(preset);

  command('validate', '校验指标体系：一次列出全部错误', ['validate indicators/qinghai-2015'])
    .argument(...set)
    .action(async (reference: string) => {
      done(await (await import('./commands/validate.js')).validate(context, reference));
    });
  command('test', '运行体系自带的测试，列出没有测到的界限', [
    'test qinghai-2015',
    'test qinghai-2015 --suggest',
  ])
    .argument(...set)
    .option('--suggest', '为没有测到的界限写出建议的测试（tests/suggested.yaml）')
    .action(async (reference: string, options: { suggest?: boolean }) => {
      done(await (await import('./commands/test.js')).test(context, reference, options));
    });
  command('score', '计分、排名', [
    'score qinghai-food-2024',
    'score qinghai-food-2024 --data indicators/qinghai-food-2024/data/2022-h1',
    'score qinghai-2015 --format json --out out/2015.json',
    'score qinghai-2015 --data 报送 --format xlsx --out out/2015.xlsx',
  ])
    .argument(...set)
    .addOption(data)
    .addOption(period)
    .addOption(format(['table', 'json', 'csv', 'xlsx'], 'table'))
    .addOption(out)
    .action(async (reference: string, options: ScoreOptions) => {
      done(await (await import('./commands/score.js')).score(context, reference, options));
    });
  command('template', '制发填报表（.xlsx）：每个地区或部门一份', [
    'template qinghai-2015 --for region --out out/市州填报表',
    'template qinghai-2015 --for department --department 省质监局 --out out/省质监局.xlsx',
  ])
    .argument(...set)
    .addOption(
      new Option('--for <对象>', '给谁填').choices(['region', 'department']).makeOptionMandatory(),
    )
    .option('--region <地区>', '一个地区：代号、代码或名称；不写或 all 为全部')
    .option('--department <部门>', '一个部门：代号或名称；不写或 all 为全部')
    .addOption(pastData)
    .addOption(period)
    .requiredOption('--out <路径>', '文件夹；只生成一份时也可以是 .xlsx 文件')
    .action(async (reference: string, options: TemplateOptions) => {
      done(await (await import('./commands/template.js')).template(context, reference, options));
    });
  command('check', '检查数据而不计分：一次列出全部错误和核对意见，可写成批注退回', [
    'check qinghai-2015 --data 报送/西宁市.xlsx',
    'check qinghai-2015 --data 报送 --notes 退回',
  ])
    .argument(...set)
    .addOption(data)
    .addOption(period)
    .option('--region <地区>', '只收这个地区的表，别的地区的拒收')
    .option('--notes <文件夹>', '把错误和意见写成批注，存成工作簿的副本')
    .action(async (reference: string, options: CheckOptions) => {
      done(await (await import('./commands/check.js')).check(context, reference, options));
    });
  command('explain', '推导一个地区的得分：每个数从哪里来、怎样算', [
    'explain qinghai-2015 --region haidong',
    'explain qinghai-food-2024 --region 630200 --indicator pass_rate',
  ])
    .argument(...set)
    .requiredOption('--region <地区>', '代号、代码（如 630100）或名称')
    .option('--indicator <指标>', '只推导一个指标：代号、序号或名称')
    .addOption(data)
    .addOption(period)
    .addOption(format(['text', 'json'], 'text'))
    .addOption(out)
    .action(async (reference: string, options: ExplainOptions) => {
      done(await (await import('./commands/explain.js')).explain(context, reference, options));
    });
  command('report', '打印公文（PDF），或写成 Word 代拟稿、工作簿', [
    'report qinghai-2015 --template result-notice --out out/notice.pdf',
    'report qinghai-2015 --template score-sheet --region all --out out/sheets',
  ])
    .argument(...set)
    .requiredOption('--template <模板>', 'templates/ 下的文件夹名，如 result-notice、score-sheet')
    .option('--region <地区>', '一个地区；all 为每个地区各一份')
    .requiredOption('--out <路径>', '文件（.pdf、.docx、.xlsx）；--region all 时为文件夹')
    .addOption(
      new Option(
        '--format <格式>',
        'pdf；docx 为 Word 代拟稿；xlsx 为其中的表格；不写则看 --out 的扩展名',
      ).choices(['pdf', 'docx', 'xlsx']),
    )
    .addOption(data)
    .addOption(period)
    .option(
      '--records <文件>',
      '文书记录（YAML）：发文机关、文号、核查、整改等；样例数据用体系自带的',
    )
    .option('--against <体系>', '变更前的体系，规则变更对照表用：同样的数据各算一遍')
    .addOption(
      new Option('--red-heading <红头>', '红头：printed 印出；preprinted 留空，用印好的红头纸')
        .choices(['printed', 'preprinted'])
        .default('printed'),
    )
    .addOption(
      new Option('--cover <封面>', '版头：official 公文；plain 普通文书')
        .choices(['official', 'plain'])
        .default('official'),
    )
    .addOption(
      new Option(
        '--run-mark <范围>',
        '校验码和二维码：attachments 只印在附件和内部文书；everywhere 公文、信函正文也印',
      )
        .choices(['attachments', 'everywhere'])
        .default('attachments'),
    )
    .action(async (reference: string, options: ReportOptions) => {
      done(await (await import('./commands/report.js')).report(context, reference, options));
    });
  command('verify-document', '核验公文：改过的 .docx 或打印的 PDF，与重新计算的结果对照', [
    'verify-document 通报.docx qinghai-2015',
    'verify-document 评分明细表.pdf qinghai-2015 --data 报送 --region haidong',
    'verify-document --hash 7d0c2e5c1b4f4a7e qinghai-2015',
  ])
    .argument('<公文>', '.docx 或 .pdf；用 --hash 时不写')
    .argument('[体系]', '指标体系：文件夹、其中的 set.yaml，或 indicators/ 下的代号')
    .addOption(data)
    .addOption(period)
    .option('--template <模板>', '公文没有带标识时，是哪个模板印的')
    .option('--region <地区>', '公文没有带标识时，是哪个地区的')
    .option('--records <文件>', '印发时用的文书记录')
    .option('--hash <校验码>', '只核对校验码：纸上印的，或扫二维码得到的')
    .action(async (file: string, set: string | undefined, options: VerifyOptions) => {
      const { verify } = await import('./commands/verify-document.js');
      done(await verify(context, [file, set], options));
    });
  command('export', '把指标体系写成评分细则表（.xlsx）', [
    'export qinghai-2015 --out out/评分细则.xlsx',
  ])
    .argument(...set)
    .requiredOption('--out <文件>', '.xlsx 文件')
    .action(async (reference: string, options: { out: string }) => {
      done(await (await import('./commands/export.js')).exportTable(context, reference, options));
    });
  command('import', '由评分细则表（.xlsx）生成指标体系', [
    'import out/评分细则.xlsx --out drafts/qinghai-2015',
    'import 评分细则.xlsx --out indicators/my-city-2025 --year 2025 --regions qinghai-2015',
  ])
    .argument('<工作簿>', '评分细则表：本程序导出的，或单位自己的')
    .requiredOption('--out <文件夹>', '新体系的文件夹，不能已有 set.yaml')
    .option('--year <年度>', '考核年度；不写则看表的标题')
    .option('--regions <体系>', '被考核地区取自这个体系；不写则用占位的地区')
    .action(async (file: string, options: ImportTableOptions) => {
      done(await (await import('./commands/import.js')).importTable(context, file, options));
    });
  command('diff', '规则变更对照：同样的数据，两个体系下的总分、名次、等级', [
    'diff indicators/qinghai-2015 drafts/qinghai-2015',
  ])
    .argument('<体系A>', '变更前')
    .argument('<体系B>', '变更后')
    .addOption(data)
    .addOption(period)
    .addOption(format(['table', 'json'], 'table'))
    .addOption(out)
    .action(async (before: string, after: string, options: DiffOptions) => {
      done(await (await import('./commands/diff.js')).diff(context, before, after, options));
    });
  command('init', '建立一个带注释的新体系，可直接校验、测试、计分、打印', ['init my-city-2025'])
    .argument('<代号>', '小写字母、数字、短横')
    .action(async (name: string) => {
      done(await (await import('./commands/init.js')).init(context, name));
    });
  command('serve', '启动本机接口服务：预览、校验、计分、打印', ['serve', 'serve --port 8732'])
    .option('--port <端口>', '端口', '8731')
    .option('--host <地址>', '监听的地址', '127.0.0.1')
    .option('--expose', '允许监听本机以外的地址；本服务没有登录，慎用')
    .action(async (options: ServeOptions) => {
      done(await (await import('./commands/serve.js')).serve(context, options));
    });
  command('fonts', '取得仿宋：从 Debian 软件包，或用本机已有的字体文件', [
    'fonts',
    'fonts ~/fonts/simfang.ttf',
  ])
    .argument('[文件]', '仿宋字体（.ttf 或 .otf）；不写则从 Debian 的软件包取 FandolFang')
    .action(async (file: string | undefined) => {
      done(await (await import('./commands/fonts.js')).fonts(context, file));
    });
  command('doctor', '检查本机：Node、浏览器、字体', ['doctor']).action(async () => {
    done(await (await import('./commands/doctor.js')).doctor(context));
  });
  return program;
}

/** Chinese help, errors as values, nothing of commander's own words on the terminal. */
function shape(command: Command, terminal: Context['terminal']): void {
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      displayWidth,
      styleUsage: (usage) =>
        usage.replaceAll('[options]', '[选项]').replaceAll('[command]', '<命令>'),
      styleSubcommandTerm: (term) => term.replaceAll('[options]', '[选项]'),
      optionDescription(option) {
        const choices =
          option.argChoices === undefined ? '' : `（可用：${option.argChoices.join('、')}）`;
        const preset =
          typeof option.defaultValue === 'string' ? `，默认 ${option.defaultValue}` : '';
        return `${option.description}${choices}${preset}`;
      },
    })
    .configureOutput({
      writeOut: (text) => {
        terminal.out(text);
      },
      outputError: () => undefined,
    })
    .exitOverride();
  if (command.name() === 'kaoheng') command.helpCommand('help [命令]', '显示一个命令的帮助');
}
