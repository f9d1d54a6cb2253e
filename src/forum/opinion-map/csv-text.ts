/** Spreadsheets would work out what begins like this; with an apostrophe in front it stays text. */
const formula = /^[=+\-@\t\r]/

export const textOut = (text: string): string =>
  formula.test(text) || text.startsWith("'") ? `'${text}` : text

/** The same text again; an apostrophe that somebody else meant stays where it is. */
export const textIn = (cell: string): string => (/^'['=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
