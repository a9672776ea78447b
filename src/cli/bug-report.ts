/** Exit code of a bug, after sysexits.h (EX_SOFTWARE). */
export const BUG = 70;

/** A bug is ours: it says so, and gives what is needed to report it. */
export function bugReport(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `程序内部错误，不是您的数据有错。请把下面的内容报告给维护者：\n${detail.slice(0, 4000)}\n`;
}
