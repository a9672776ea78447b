import type { PrintFault, PrintFaultCode } from '../ports/document-renderer.js';

/** The sentences: what happened, why it matters, what to do. `{name}` stands for a fact. */
const TEXTS: Readonly<Record<PrintFaultCode, string>> = {
  'unknown-template':
    '没有名为“{template}”的公文模板。模板名就是 templates/ 下的文件夹名，现有：{known}。请改用其中之一，例如 --template result-notice。',
  'broken-template':
    '公文模板“{template}”无法套用：{detail}。模板只能引用公文数据中已有的字段。请按提示修改 templates/{template}/ 下的文件后重试。',
  'missing-font':
    '缺少打印字体 {font}，没有字体打印出的公文会是空白，因此没有打印。字体随 npm 软件包安装，请在程序目录运行：npm ci',
  'unusable-cache':
    '打印用的缓存目录 {path} 不可用：{detail}。该目录须属于当前用户且他人不可写。请运行：rm -rf {path}，或用环境变量 KAOHENG_CACHE 指定另一个目录。',
  'configured-browser-failed':
    '环境变量 KAOHENG_CHROME 指定的浏览器 {path} 不能用于打印：{detail}。请改为 Chrome/Chromium 131 或更高版本的可执行文件路径，或取消该设置（unset KAOHENG_CHROME）使用自带浏览器。',
  'no-browser':
    '没有可用的浏览器，PDF 未生成；除 PDF 外的结果均已完成。已试过：{attempts}。请任选一种办法后重试：① npm ci（自带浏览器，仅限 x86-64 的 Linux）；② apt-get install -y --no-install-recommends chromium；③ 设置 KAOHENG_CHROME=浏览器路径。',
  'browser-died':
    '打印时浏览器意外退出，重启后再试仍然失败：{detail}。多为内存不足。请关闭其他程序后重试；要打印的区域很多时，请用 --region 分开打印。',
  'print-timeout':
    '打印超过 {seconds} 秒仍未完成，已停止。多为文字过长或机器繁忙。请稍后重试；要打印的区域很多时，请用 --region 分开打印。',
  'empty-print':
    '打印出的 PDF 未通过检查，没有交付：{detail}。请运行 npm run kaoheng -- doctor 查看字体和浏览器；仍不能解决时，用 KAOHENG_CHROME 换一个浏览器重试。',
  'unknown-markup':
    '公文模板“{template}”里有不认识的元素 <{element}>，写成 Word 或工作簿时无处安放，因此没有写。请改用《打印》里列出的元素（p、h1—h5、table、figure 等）后重试。',
  'no-tables': '“{template}”里没有表格，写不成工作簿。请改用 --out 文件.docx 或 文件.pdf。',
  'unexpected-pdf':
    '浏览器生成的 PDF 与预期不符，没有交付：{detail}。版记和横表的位置无法排好，勉强交付会印错。请改用软件包自带的浏览器（取消 KAOHENG_CHROME）重试；仍不能解决时，请把浏览器版本（npm run kaoheng -- doctor）报告给维护者。',
};

/** The Chinese sentence for a print fault. */
export function describePrintFault(fault: PrintFault): string {
  return TEXTS[fault.code].replace(/\{(\w+)\}/g, (_, name: string) => fault.facts[name] ?? '?');
}
