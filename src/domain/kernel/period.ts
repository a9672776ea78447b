/** A period's id begins with its year: 2015, 2025-H1, 2023-Q1-Q3, 2014-2015. */
export const PERIOD_PATTERN = /^\d{4}(?:-[A-Za-z0-9]+)*$/;

/**
 * The same period some years earlier: every year in its id is counted back.
 *
 * @example periodYearsBack('2023-Q1-Q3', 1) // '2022-Q1-Q3'
 * @example periodYearsBack('2014-2015', 1) // '2013-2014'
 */
export function periodYearsBack(period: string, years: number): string {
  return period.replace(/\d{4}/g, (year) => String(Number(year) - years).padStart(4, '0'));
}
