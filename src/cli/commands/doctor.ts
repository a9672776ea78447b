import { describePrintFault } from '../../messages/print-faults.js';
import type { FaceFacts, PrintingFacts } from '../../ports/document-renderer.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';

const OLDEST_NODE = [20, 19] as const;
const SOURCES = {
  configured: '您指定的浏览器',
  packaged: '随安装包自带的浏览器',
  system: '本机安装的浏览器',
} as const;

/** `doctor`: what was found, what is missing, what to do. */
export async function doctor(context: Context): Promise<number> {
  const { terminal } = context;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNodeOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  terminal.out(
    `考衡 ${context.version}\n` +
      `Node　　${process.versions.node}${isNodeOld ? `　太旧：至少要 ${OLDEST_NODE.join('.')}，请升级` : '　可用'}\n`,
  );
  const sets = await context.ports.sets.known();
  terminal.out(`指标体系　${sets.length > 0 ? sets.join('、') : '当前目录下没有 indicators/'}\n`);
  const renderer = await context.ports.loadRenderer();
  try {
    const facts = await renderer.inspect();
    terminal.out(printingLines(facts));
    return isNodeOld || facts.fault !== null ? EXIT.environment : EXIT.done;
  } finally {
    await renderer.close();
  }
}

function printingLines(facts: PrintingFacts): string {
  const { browser } = facts;
  const lines = [
    browser === null
      ? '浏览器　没有可用的'
      : `浏览器　${SOURCES[browser.source]}：${browser.version}${browser.sandbox ? '，有沙箱' : '，无沙箱（以 root 身份运行时如此）'}`,
    ...facts.attempts.map((one) => `　　　　试过 ${one.path}：${one.reason}`),
    ...facts.faces.flatMap(faceLines),
    `缓存　　${facts.cacheDirectory}`,
  ];
  if (facts.fault !== null) {
    lines.push(`问题　　${describePrintFault(facts.fault)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Which font stands for a face, for its digits, and for the characters that it lacks. */
function faceLines(face: FaceFacts): string[] {
  const [kind, advice] = !face.isStandIn
    ? ['本机所装', null]
    : face.isSameStyle
      ? ['同类字体代用', null]
      : ['以楷体代用，不是真正的仿宋', '取得仿宋：kaoheng fonts'];
  const digits = face.digits === null ? [] : [`网格上的数字和字母 ${face.digits}`];
  const rare = face.rare.length === 0 ? [] : [`缺的字由${face.rare.join('、')}补印`];
  return [
    `字体　　${face.wanted} → ${face.used}（${kind}）`,
    ...(advice === null ? [] : [`　　　　　${advice}`]),
    `　　　　　${[...digits, ...rare].join('；')}`,
  ];
}
