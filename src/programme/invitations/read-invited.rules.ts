/** One line of a list of those to invite, as somebody typed or pasted it. */
export interface InvitedLine {
  name: string | null
  /** Empty when the line has no address. */
  email: string
  organisation: string | null
}

const address = /<?\s*([^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+)\s*>?/u

// The first row of a table says what its columns are.
const heading =
  /\b(namn|name|nombre|e-?post|mejl|e-?mail|mail|correo|organisation|organization|entidad|förening)\b/iu

/**
 * Reads people from lines: a name and a mail address in any order, or cells pasted from a table, where the cell after
 * the name is the organisation. 'Amina Yusuf <amina@example.org>' is read as mail programs write it.
 */
export function readInvited(text: string): InvitedLine[] {
  const lines = text.split(/[\r\n]+/).flatMap((line) => (line.trim() === '' ? [] : [line]))
  const [first = ''] = lines
  const rows = !address.test(first) && heading.test(first) && /[\t;,]/.test(first) ? lines.slice(1) : lines
  return rows.map(readLine)
}

function readLine(line: string): InvitedLine {
  const found = address.exec(line)
  const email = found?.[1]?.replace(/\.+$/, '').normalize('NFC').toLowerCase() ?? ''
  const isBracketed = found?.[0].startsWith('<') ?? false
  // The address leaves a border between what stood before it and after it.
  const rest = found ? line.replace(found[0], isBracketed ? '' : borderOf(line)) : line
  const cells = cellsOf(rest, isBracketed)
  return { name: cells[0] ?? null, email, organisation: cells[1] ?? null }
}

const borderOf = (line: string): string => (/[\t;]/.test(line) ? '\t' : ' ')

/** Cells of a table are parted by tabs or semicolons, or else by commas; a comma within a name is only kept beside <…>. */
function cellsOf(rest: string, isBracketed: boolean): string[] {
  const border = /[\t;]/.test(rest) ? /[\t;]/ : isBracketed ? /\n/ : /,/
  return rest.split(border).flatMap((cell) => {
    const said = cell.replaceAll(/^[\s"'“”,]+|[\s"'“”,]+$/gu, '').replaceAll(/\s+/g, ' ')
    return said === '' ? [] : [said]
  })
}
