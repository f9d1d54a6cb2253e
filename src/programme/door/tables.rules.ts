/** Somebody who may be given a table. */
export interface Seated {
  id: string
  /** The name and the address as they are searched by. */
  name: string
  email: string | null
}

export interface Pasted {
  labels: Map<string, string>
  /** Lines that name nobody, or more than one, or no table. */
  unclear: string[]
}

export const tableLabelMax = 20

/**
 * Tables out of pasted lines, such as a spreadsheet gives them: a name or an address, and last on the line the table.
 * A name that two people have is left to whoever pastes; nobody is put somewhere by chance.
 */
export function pastedTables(
  text: string,
  people: readonly Seated[],
  searched: (name: string) => string,
): Pasted {
  const pasted: Pasted = { labels: new Map(), unclear: [] }
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const cells = line.split(/[;\t]|,(?!.*[;\t])/).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''))
    const label = cells.at(-1) ?? ''
    const meant = people.filter((person) => isMeant(person, cells.slice(0, -1), searched))
    const [person] = meant
    const isClear = meant.length === 1 && label !== '' && label.length <= tableLabelMax
    if (person && isClear) pasted.labels.set(person.id, label)
    else pasted.unclear.push(line)
  }
  return pasted
}

function isMeant(
  { name, email }: Seated,
  cells: readonly string[],
  searched: (name: string) => string,
): boolean {
  const said = cells.filter(Boolean)
  const addresses = said.filter((cell) => cell.includes('@'))
  if (addresses.length > 0) return addresses.some((cell) => cell.toLowerCase() === email)
  return said.some((cell) => searched(cell) === name) || searched(said.join(' ')) === name
}
