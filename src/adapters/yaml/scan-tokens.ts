import { CST, Lexer, Parser } from 'yaml';
import type { YamlFaultCode } from '../../messages/yaml-faults.js';
import { controlCharacters } from './control-characters.js';
import type { FaultList } from './fault-list.js';

/** The deepest nesting of a file; a real set needs about ten. */
export const MAX_DEPTH = 64;

const REFUSED: Partial<Record<CST.TokenType, YamlFaultCode>> = {
  tag: 'yaml-tag',
  anchor: 'yaml-anchor',
  alias: 'yaml-alias',
  'directive-line': 'yaml-directive',
};

/**
 * Cuts a text into YAML's syntax tokens and reports what we do not accept of YAML: tags, anchors,
 * aliases, directives, tabs, control characters, deep nesting. Neither step recurses, so no text
 * can exhaust the stack.
 *
 * @returns the tokens for the composer; undefined when the nesting is too deep to go on
 */
export function scanTokens(text: string, faults: FaultList): readonly CST.Token[] | undefined {
  reportControlCharacters(text, 0, faults);
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let offset = 0;
  let flowDepth = 0;
  let isScalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme);
    const isMark = type === 'doc-mode' || type === 'flow-error-end' || type === 'scalar';
    // The lexer announces a plain or block scalar by a mark, and its text comes next.
    if (!isMark || isScalarNext) {
      if (isScalarNext) reportTab(lexeme, offset, faults, lexeme.includes('\n'));
      else {
        const code = type === null ? undefined : REFUSED[type];
        if (code !== undefined) faults.add(code, offset, { text: lexeme.trim().slice(0, 40) });
        if (type === 'space') reportTab(lexeme, offset, faults, false);
        if (type === 'flow-map-start' || type === 'flow-seq-start') flowDepth += 1;
        if (type === 'flow-map-end' || type === 'flow-seq-end') flowDepth -= 1;
        if (flowDepth > MAX_DEPTH) return tooDeep(offset, faults);
      }
      offset += lexeme.length;
    }
    isScalarNext = !isScalarNext && type === 'scalar';
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  const deep = deepestBeyond(tokens, MAX_DEPTH);
  return deep === undefined ? tokens : tooDeep(deep, faults);
}

/** Reports the characters of a text that nobody sees. */
export function reportControlCharacters(text: string, offset: number, faults: FaultList): void {
  for (const { index, name } of controlCharacters(text)) {
    faults.add('yaml-control-character', offset + index, { character: name });
  }
}

/** A tab in a block of text is the text's own. */
function reportTab(lexeme: string, offset: number, faults: FaultList, isBlock: boolean): void {
  const at = isBlock ? -1 : lexeme.indexOf('\t');
  if (at !== -1) faults.add('yaml-tab', offset + at);
}

function tooDeep(offset: number, faults: FaultList): undefined {
  faults.add('yaml-too-deep', offset, { limit: String(MAX_DEPTH) });
  return undefined;
}

/** The offset of the first token nested deeper than the limit. */
function deepestBeyond(tokens: readonly CST.Token[], limit: number): number | undefined {
  let level: readonly CST.Token[] = tokens.flatMap((token) =>
    token.type === 'document' && token.value !== undefined ? [token.value] : [],
  );
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((token) => ('items' in token ? token.items.flatMap(partsOf) : []));
  }
  return level[0]?.offset;
}

function partsOf(item: CST.CollectionItem): readonly CST.Token[] {
  return [item.key, item.value].flatMap((part) =>
    part === null || part === undefined ? [] : [part],
  );
}
