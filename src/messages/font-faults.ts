import type { FontFault, FontFaultCode, FontStep } from '../ports/font-bringer.js';

const ALTERNATIVE =
  '也可以把本机已有的仿宋字体（.ttf 或 .otf，如从 Windows 取得的 simfang.ttf，须有使用权）交给本命令：kaoheng fonts 文件';

/** The sentences: what happened and what to do. `{name}` stands for a fact. */
const TEXTS: Readonly<Record<FontFaultCode, string>> = {
  'unusable-cache':
    '缓存目录 {path} 不可用：{detail}。该目录须属于当前用户且他人不可写；也可用环境变量 KAOHENG_CACHE 指定另一个目录。',
  'no-package-manager': `本机没有 Debian 的软件包管理程序（{program}），不能从软件源取仿宋。可以在一台 Debian 或 Ubuntu 机器上运行本命令，再把其缓存目录中的 fang-song.ttf 复制过来交给本命令；${ALTERNATIVE}`,
  'download-failed': `没有取到软件包 {package}：{detail}。请先运行 apt-get update，确认能连上软件源后重试；${ALTERNATIVE}`,
  'unreadable-font': '{file} 不能用作字体：{detail}。请改用 .ttf 或 .otf 文件。',
  'font-collection':
    '{file} 是字体集合（.ttc），内有多种字体，不能直接使用。请改用单个字体的 .ttf 或 .otf 文件。',
  'not-chinese':
    '{file}（{name}）只有 GB 2312 的 6763 个汉字中的 {found} 个，不能作公文正文字体，没有采用。请改用中文仿宋字体。',
  'embedding-forbidden':
    '{file}（{name}）的许可标记不允许嵌入文件，印成的 PDF 不能带上它，没有采用。请改用允许嵌入的仿宋字体。',
};

const STEPS: Readonly<Record<FontStep, string>> = {
  download: '正在从 Debian 软件源下载 texlive-lang-chinese（约 49 MB，只下载，不安装）……',
  unpack: '正在取出其中的仿宋（FandolFang）……',
  read: '正在读取字体……',
  convert: '正在把字形转换为 TrueType（只此一次，约十秒）……',
  keep: '正在存入本机缓存……',
};

/** The Chinese sentence for what keeps a 仿宋 from being brought. */
export function describeFontFault(fault: FontFault): string {
  return TEXTS[fault.code].replace(/\{(\w+)\}/g, (_, name: string) => fault.facts[name] ?? '?');
}

/** What is being done, for somebody who waits. */
export function describeFontStep(step: FontStep): string {
  return STEPS[step];
}
