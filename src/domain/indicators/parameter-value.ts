import type { SetInput } from './set.schema.js';

type ParameterInput = NonNullable<SetInput['parameters']>[string];

/** The value of a parameter on a date: the latest one in force, else the undated one. */
export function parameterValue(parameter: ParameterInput, date: string): string | undefined {
  const inForce = [...(parameter.values ?? [])]
    .filter((one) => one.from <= date)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  return inForce?.value ?? parameter.value;
}
