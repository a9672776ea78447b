import { parseLocatedYaml } from '../../src/adapters/yaml/located-yaml.js';
import { readSetTests, runSetTests } from '../../src/domain/set-tests/index.js';
import { faultMessage } from '../../src/messages/index.js';
import { placeText } from '../../src/messages/place-text.js';
import { faultsOf, soundSet, type WrittenSet } from '../domain/indicators/written-set.js';

/** What a mark in the guide asks for, and the text that stands below it. */
interface Step {
  readonly mark: string;
  readonly line: number;
  readonly text: string;
}

/** An output that the guide shows, and what the program really says there. */
export interface Shown {
  readonly line: number;
  readonly shown: string;
  readonly real: string;
}

/** The marks of the guide in order, each with the code that follows it. */
export function stepsOf(guide: string): readonly Step[] {
  return [
    ...guide.matchAll(/<!-- ((?:写入|改|校验|测试)[^]*?) ?-->(?:\n+```\w+\n([^]*?)```)?/g),
  ].map((found) => ({
    mark: found[1] ?? '',
    line: guide.slice(0, found.index).split('\n').length,
    text: found[2] ?? '',
  }));
}

/** Follows the guide: writes what it says to write, and compares what it shows. */
export function walk(guide: string): readonly Shown[] {
  const files = new Map<string, string>();
  const changes: (readonly [from: string, to: string])[] = [];
  const shown: Shown[] = [];
  for (const { mark, line, text } of stepsOf(guide)) {
    const [verb = '', file = ''] = mark.split(/[ ：]/);
    if (verb === '写入') files.set(file, (files.get(file) ?? '') + text);
    if (verb === '改') changes.push(changeOf(mark, files.get(file) ?? ''));
    if (verb === '校验') shown.push({ line, shown: text, real: check(written(files, changes)) });
    if (verb === '测试') shown.push({ line, shown: text, real: runTests(files) });
  }
  return shown;
}

function changeOf(mark: string, content: string): readonly [string, string] {
  const [from = '', to = ''] = mark
    .slice(mark.indexOf('：') + 1)
    .split('=>')
    .map((part) => part.trim());
  if (content.split(from).length !== 2) throw new Error(`not there just once: ${from}`);
  return [from, to];
}

function written(
  files: ReadonlyMap<string, string>,
  changes: readonly (readonly [string, string])[],
): WrittenSet {
  const set = changes.reduce(
    (text, [from, to]) => text.replace(from, to),
    files.get('set.yaml') ?? '',
  );
  return { set, regions: files.get('regions.yaml') };
}

/** As the command line says it. */
function check(set: WrittenSet): string {
  const faults = faultsOf(set);
  if (faults.length === 0) return '没有错误。\n';
  return faults
    .map((fault) => {
      const { what, todo } = faultMessage(fault);
      return `${placeText(fault)} ${fault.code}\n    ${what}\n    ${todo}\n`;
    })
    .join('');
}

function runTests(files: ReadonlyMap<string, string>): string {
  const { set } = soundSet(written(files, []));
  const file = 'tests/example.yaml';
  const document = parseLocatedYaml(files.get(file) ?? '', file);
  if (!document.ok) return JSON.stringify(document.error);
  const tests = readSetTests(document.value);
  if (!tests.ok) return JSON.stringify(tests.error);
  const { outcomes } = runSetTests(set, tests.value);
  const failed = outcomes.filter((one) => one.unknown !== null || one.mismatches.length > 0);
  const passed = outcomes.length - failed.length;
  const about = failed.length === 0 ? '' : `\n${JSON.stringify(failed, null, 1)}`;
  return `${String(outcomes.length)}个测试，${String(passed)}个通过。${about}\n`;
}
