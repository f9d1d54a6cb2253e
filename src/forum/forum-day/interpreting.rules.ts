/** Somebody at a table in a round. */
export interface Seated {
  number: number
  /** What is spoken at the table; null for Swedish. */
  language: string | null
  /** As in 'sv,es'; null for whoever speaks Swedish. */
  speaks: string | null
  part: string | null
  name: string
  /** 0 for a companion without a name of their own: the name is of whoever brought them. */
  named: number
}

export interface TableTongues {
  table: number
  language: string
  /** Languages that somebody needs what is said in, and how many do. */
  needs: readonly (readonly [language: string, people: number])[]
  /** Languages that an interpreter at the table speaks beside the table's own. */
  interpreted: readonly string[]
  /** Others at the table who speak what nobody came to interpret, where somebody does for each such language. */
  speakers: readonly Pick<Seated, 'name' | 'named'>[]
}

const spoken = (text: string | null): string[] => (text ?? 'sv').split(',').map((one) => one.trim())

/** Which tables need which language in a round: where somebody does not speak what is spoken at the table. */
export function tablesToInterpret(seats: readonly Seated[]): TableTongues[] {
  const numbers = [...new Set(seats.map(({ number }) => number))].toSorted((a, b) => a - b)
  return numbers.flatMap((table) => {
    const here = seats.filter(({ number }) => number === table)
    const language = here[0]?.language ?? 'sv'
    const tongues = here.filter(({ part }) => part !== 'interpreter').map(({ speaks }) => spoken(speaks))
    const apart = tongues.filter((theirs) => !theirs.includes(language)).map(([first = '']) => first)
    if (apart.length === 0) return []
    const needs = [...new Set(apart)]
      .toSorted()
      .map((one) => [one, apart.filter((it) => it === one).length] as const)
    const interpreters = here.filter(({ part }) => part === 'interpreter')
    const interpreted = interpreters.flatMap(({ speaks }) => spoken(speaks)).filter((one) => one !== language)
    const speakers = speakersAmong(here, {
      language,
      needed: needs.map(([one]) => one).filter((one) => !interpreted.includes(one)),
    })
    return [{ table, language, needs, interpreted: [...new Set(interpreted)].toSorted(), speakers }]
  })
}

/** Who can help where nobody came to interpret: nobody, unless every language that is needed has somebody. */
function speakersAmong(here: readonly Seated[], asked: { language: string; needed: readonly string[] }) {
  const both = (one: string): Seated[] =>
    here.filter(({ speaks }) => spoken(speaks).includes(one) && spoken(speaks).includes(asked.language))
  const found = asked.needed.map(both)
  if (found.some((people) => people.length === 0)) return []
  return [...new Set(found.flat())].map(({ name, named }) => ({ name, named }))
}
