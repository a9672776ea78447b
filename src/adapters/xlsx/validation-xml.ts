import { cellName, columnName } from '../../domain/kernel/cell-name.js';
import type { Sheet, Validation } from '../../domain/workbooks/index.js';
import { escapeXml } from './escape-xml.js';

/** The choices of drop-downs that are too long to stand in the rule itself. */
export interface ChoiceLists {
  /** What stands in a rule for these choices: themselves, or where they lie. */
  formula(choices: readonly string[]): string;
  /** The hidden sheet with the long ones. */
  sheet(): Sheet | undefined;
}

/** Excel takes 255 characters between quotation marks, and no commas in a choice. */
const MAX_INLINE = 250;
/** And so many of a prompt and of an error's text; a file with more is called damaged. */
const MAX_PROMPT = 255;
const MAX_ERROR = 220;

/** No lists. */
export function createChoiceLists(name: string): ChoiceLists {
  const columns: (readonly string[])[] = [];
  return {
    formula(choices) {
      const isShort = choices.join(',').length <= MAX_INLINE;
      if (isShort && !choices.some((choice) => /[,"\n]/.test(choice))) {
        return `"${choices.join(',')}"`;
      }
      const key = choices.join('\n');
      let column = columns.findIndex((known) => known.join('\n') === key);
      if (column === -1) column = columns.push(choices) - 1;
      const letter = columnName(column + 1);
      return `${name}!$${letter}$1:$${letter}$${String(choices.length)}`;
    },
    sheet() {
      if (columns.length === 0) return undefined;
      const length = Math.max(...columns.map((choices) => choices.length));
      return {
        name,
        isHidden: true,
        isLocked: true,
        isLandscape: false,
        widths: [],
        rows: Array.from({ length }, (_, row) => ({
          cells: columns.map((choices) => ({ look: 'text' as const, text: choices[row] ?? '' })),
        })),
        merges: [],
        validations: [],
        headRow: undefined,
        hasFilter: false,
      };
    },
  };
}

/** The rules of a sheet's cells. */
export function validationsXml(validations: readonly Validation[], lists: ChoiceLists): string {
  if (validations.length === 0) return '';
  const rules = validations.map((validation) => validationXml(validation, lists));
  return `<dataValidations count="${String(rules.length)}">${rules.join('')}</dataValidations>`;
}

function validationXml(validation: Validation, lists: ChoiceLists): string {
  const { firstRow, lastRow, column, rule, prompt } = validation;
  const first = cellName(firstRow, column);
  const formula = formulaOf(first, validation, lists);
  return (
    `<dataValidation type="${rule.kind === 'list' ? 'list' : 'custom'}" allowBlank="1" showInputMessage="1" showErrorMessage="1"` +
    ` errorTitle="填写有误" error="${escapeXml(prompt.slice(0, MAX_ERROR))}"` +
    ` promptTitle="填写要求" prompt="${escapeXml(prompt.slice(0, MAX_PROMPT))}"` +
    ` sqref="${first}:${cellName(lastRow, column)}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`
  );
}

function formulaOf(first: string, { rule, mayNotApply }: Validation, lists: ChoiceLists): string {
  switch (rule.kind) {
    case 'list':
      return lists.formula(rule.choices);
    case 'date':
      // Days from 1990 to 2100 as Excel counts them: 20150301 is a number and no day.
      return `OR(ISTEXT(${first}),AND(ISNUMBER(${first}),${first}>=32874,${first}<=73415))`;
    default:
      return numberFormula(first, rule, mayNotApply);
  }
}

function numberFormula(
  cell: string,
  rule: Extract<Validation['rule'], { kind: 'number' }>,
  mayNotApply: boolean,
): string {
  const parts = [
    `ISNUMBER(${cell})`,
    ...(rule.min === undefined ? [] : [`${cell}>=${rule.min}`]),
    ...(rule.max === undefined ? [] : [`${cell}<=${rule.max}`]),
    ...(rule.isWhole ? [`${cell}=INT(${cell})`] : []),
  ];
  const number = parts.length === 1 ? (parts[0] ?? '') : `AND(${parts.join(',')})`;
  return mayNotApply ? `OR(${number},${cell}="不适用",${cell}="/")` : number;
}
