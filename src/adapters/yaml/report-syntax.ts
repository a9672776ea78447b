import type { YAMLError, ErrorCode } from 'yaml';
import type { YamlFaultCode } from '../../messages/yaml-faults.js';
import type { FaultList } from './fault-list.js';

/** What a syntax error of the YAML package is called here; the rest is `yaml-unexpected`. */
const CODES: Partial<Record<ErrorCode, YamlFaultCode>> = {
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indentation',
  MISSING_CHAR: 'yaml-missing-character',
  BAD_DQ_ESCAPE: 'yaml-bad-escape',
  BAD_SCALAR_START: 'yaml-bad-start',
  KEY_OVER_1024_CHARS: 'yaml-long-key',
  MULTILINE_IMPLICIT_KEY: 'yaml-nested-on-one-line',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-nested-on-one-line',
  MULTIPLE_DOCS: 'yaml-several-documents',
  MULTIPLE_TAGS: 'yaml-tag',
  MULTIPLE_ANCHORS: 'yaml-anchor',
  ALIAS_PROPS: 'yaml-alias',
  BAD_ALIAS: 'yaml-alias',
  BAD_DIRECTIVE: 'yaml-directive',
};

/** A key that is followed by the colon of a Chinese keyboard. */
const FULLWIDTH_COLON = /^[ \t]*(?:- )?([^\s:#"'{[：]{1,64})：/;

/** Reports the YAML package's syntax errors, with what a clerk most likely did. */
export function reportSyntax(errors: readonly YAMLError[], text: string, faults: FaultList): void {
  for (const { code, pos } of errors) {
    const [offset] = pos;
    const colon = fullwidthColonBefore(text, offset);
    if (colon !== undefined) {
      faults.add('yaml-fullwidth-colon', colon.offset, { key: colon.key });
      continue;
    }
    const found = text.slice(offset, code === 'BAD_DQ_ESCAPE' ? offset + 2 : offset + 1);
    faults.add(CODES[code] ?? 'yaml-unexpected', offset, {
      text: found.trim() === '' ? '行末' : found,
    });
  }
}

/** A full-width colon on the line of an offset or on the line above. */
function fullwidthColonBefore(
  text: string,
  offset: number,
): { readonly offset: number; readonly key: string } | undefined {
  // A line of a megabyte is no line that a person typed, and searching it for every error is slow.
  const near = Math.max(0, offset - 500);
  const before = text.slice(near, offset).split('\n').slice(-2);
  const starts = before.map((_, line) => offset - before.slice(line).join('\n').length);
  for (const start of starts.reverse()) {
    const key = FULLWIDTH_COLON.exec(text.slice(start, start + 200));
    if (key !== null) return { offset: start + key[0].length - 1, key: key[1] ?? '' };
  }
  return undefined;
}
