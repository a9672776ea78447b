import type { SuggestedTest } from '../domain/set-tests/index.js';

/** Suggested tests as the YAML that a clerk goes through; JSON is YAML, and quotes are never wrong. */
export function suggestionsYaml(suggestions: readonly SuggestedTest[]): string {
  const tests = suggestions.map(({ name, indicator, given, expect }) => {
    const lines = [`  - name: ${JSON.stringify(name)}`];
    if (indicator !== undefined) lines.push(`    indicator: ${indicator}`);
    for (const [key, value] of Object.entries(given)) lines.push(`    ${key}: ${flow(value)}`);
    lines.push(`    expect: ${flow(expect)}`);
    return lines.join('\n');
  });
  return `# 由 kaoheng test --suggest 写出。应得结果按现行规则算出，请对照文件逐条核对，核对后改掉名称里的「建议」。\ntests:\n${tests.join('\n')}\n`;
}

/** Flow style: maps and lists on one line, numbers bare, words quoted. */
function flow(value: unknown): string {
  if (typeof value === 'string')
    return /^-?\d+(\.\d+)?$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(', ')} }`;
  }
  return String(value);
}
