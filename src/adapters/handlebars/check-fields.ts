import type { FieldType } from '../../domain/documents/index.js';
import { nearestName } from '../../domain/kernel/nearest-name.js';

/** The parts of Handlebars' syntax tree that are walked. */
interface Located {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
}
interface PathNode extends Located {
  readonly original: string;
  readonly parts: readonly string[];
  readonly depth: number;
  readonly data: boolean;
}
interface CallNode extends Located {
  readonly path: PathNode;
  readonly name: PathNode;
  readonly params: readonly CallNode[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: CallNode }[] };
  readonly program?: Program;
  readonly inverse?: Program;
}
interface Program {
  readonly body: readonly CallNode[];
  readonly blockParams?: readonly string[];
}

/** A template or partial, as parsed. */
export interface ParsedTemplate {
  readonly file: string;
  readonly program: Program;
}

const TEXT: FieldType = { kind: 'text', meaning: '', isBlankable: false };
const TEXTS: FieldType = { kind: 'list', meaning: '', isBlankable: false, item: TEXT };

/** The fields that every template has beside its model's. */
const GIVEN: readonly (readonly [string, FieldType])[] = [
  ['documentTitle', TEXT],
  [
    'options',
    {
      ...{ kind: 'group', meaning: '打印选项', isBlankable: false },
      fields: new Map(['redHeading', 'cover', 'runMark'].map((name) => [name, TEXT])),
    },
  ],
];

/**
 * Holds every field that a template uses against the fields that its kind of document has, through
 * loops and partials, whether or not a printed document happens to pass there.
 *
 * @param parse gives a partial by its name; undefined where there is none
 * @returns what is wrong, each with file, line and column: `document.hbs:3:5 没有“regoin”……`
 */
export function checkFields(
  template: ParsedTemplate,
  model: FieldType,
  partial: (name: string) => ParsedTemplate | undefined,
): readonly string[] {
  const fields = model.kind === 'group' ? [...model.fields] : [];
  const root: FieldType = {
    ...{ kind: 'group', meaning: model.meaning, isBlankable: false },
    fields: new Map([...fields, ...GIVEN]),
  };
  const checker = new FieldChecker(partial);
  checker.program(template.file, template.program, [root]);
  return [...checker.wrong];
}

type Scopes = readonly FieldType[];

/** What a step of a path leads to: a field, a list's length, or one of its items. */
function fieldOf(type: FieldType, step: string): FieldType | undefined {
  if (type.kind === 'group') return type.fields.get(step);
  if (step === 'length') return TEXT;
  return type.kind === 'list' && /^\d+$/.test(step) ? type.item : undefined;
}

class FieldChecker {
  readonly wrong = new Set<string>();
  readonly #partial: (name: string) => ParsedTemplate | undefined;
  #depth = 0;

  constructor(partial: (name: string) => ParsedTemplate | undefined) {
    this.#partial = partial;
  }

  program(file: string, program: Program | undefined, scopes: Scopes): void {
    for (const node of program?.body ?? []) this.#statement(file, node, scopes);
  }

  #statement(file: string, node: CallNode, scopes: Scopes): void {
    if (node.type === 'MustacheStatement') this.#call(file, node, scopes);
    else if (node.type === 'BlockStatement') this.#block(file, node, scopes);
    else if (node.type === 'PartialStatement') this.#include(file, node, scopes);
  }

  /** A path, or a helper with its arguments; gives the type of what stands there. */
  #call(file: string, node: CallNode, scopes: Scopes): FieldType {
    const hasArguments = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
    if (!hasArguments) return this.#value(file, node.path as unknown as CallNode, scopes);
    for (const param of node.params) this.#value(file, param, scopes);
    for (const { value } of node.hash?.pairs ?? []) this.#value(file, value, scopes);
    return node.path.original === 'list' ? TEXTS : TEXT;
  }

  #value(file: string, node: CallNode, scopes: Scopes): FieldType {
    if (node.type === 'SubExpression') return this.#call(file, node, scopes);
    if (node.type !== 'PathExpression') return TEXT;
    const path = node as unknown as PathNode;
    if (path.data) return TEXT;
    let here = scopes[path.depth];
    if (here === undefined) {
      this.#say(file, path, `没有外一层的“${path.original}”`);
      return TEXT;
    }
    for (const part of path.parts) {
      const next = fieldOf(here, part);
      if (next === undefined) {
        this.#unknown(file, path, part, here);
        return TEXT;
      }
      here = next;
    }
    return here;
  }

  #block(file: string, node: CallNode, scopes: Scopes): void {
    const helper = node.path.original;
    if (this.#isAbsentParameter(node, scopes)) {
      this.program(file, helper === 'unless' ? node.program : node.inverse, scopes);
      return;
    }
    const values = node.params.map((param) => this.#value(file, param, scopes));
    const subject = values[0] ?? TEXT;
    if (helper === 'each') {
      if (subject.kind === 'list') this.program(file, node.program, [subject.item, ...scopes]);
      else this.#say(file, node.params[0] ?? node, '{{#each}} 后面要是列表');
      this.program(file, node.inverse, scopes);
    } else if (helper === 'with') {
      this.program(file, node.program, [subject, ...scopes]);
      this.program(file, node.inverse, scopes);
    } else {
      this.program(file, node.program, scopes);
      this.program(file, node.inverse, scopes);
    }
  }

  /** `{{#if note}}` in a partial, where whoever includes it gave no note: the part is left out. */
  #isAbsentParameter(node: CallNode, scopes: Scopes): boolean {
    const path = node.params[0] as unknown as PathNode | undefined;
    const scope = scopes[0];
    return (
      this.#depth > 0 &&
      ['if', 'unless'].includes(node.path.original) &&
      path?.type === 'PathExpression' &&
      path.depth === 0 &&
      !path.data &&
      scope?.kind === 'group' &&
      !scope.fields.has(path.parts[0] ?? '')
    );
  }

  #include(file: string, node: CallNode, scopes: Scopes): void {
    const name = node.name.original;
    const found = this.#partial(name);
    if (found === undefined) {
      this.#say(file, node, `_base/ 里没有“${name}”这个部件`);
      return;
    }
    const context = node.params[0];
    const subject = context === undefined ? scopes[0] : this.#value(file, context, scopes);
    const fields = new Map(subject?.kind === 'group' ? subject.fields : []);
    for (const { key, value } of node.hash?.pairs ?? []) {
      fields.set(key, this.#value(file, value, scopes));
    }
    // A partial that includes itself would be walked for ever; no document nests so deep.
    if (this.#depth >= 12) return;
    this.#depth += 1;
    const inside: FieldType = { kind: 'group', meaning: '', isBlankable: false, fields };
    this.program(found.file, found.program, [inside, ...scopes]);
    this.#depth -= 1;
  }

  #unknown(file: string, path: PathNode, part: string, here: FieldType): void {
    const known = here.kind === 'group' ? [...here.fields.keys()] : [];
    const near = nearestName(part, known);
    const hint =
      near !== undefined ? `是不是“${near}”` : known.length > 0 ? `有：${known.join('、')}` : '';
    this.#say(file, path, `没有“${path.original}”${hint === '' ? '' : `（${hint}）`}`);
  }

  #say(file: string, { loc }: Located, what: string): void {
    this.wrong.add(`${file}:${String(loc.start.line)}:${String(loc.start.column + 1)} ${what}`);
  }
}
