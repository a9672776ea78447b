/**
 * What workbooks are called. What Excel and WPS write besides .xlsx is taken too, so that it is
 * refused with what to do instead of passed over in silence.
 */
export const WORKBOOK_ENDINGS = ['.xlsx', '.xlsm', '.xls', '.xlsb', '.et', '.ett', '.ods'] as const;
