interface Speaker {
  name: string
  part: string
  speaks: readonly string[]
}

/** A language that somebody at a table needs, and who can speak it and Swedish there. */
export interface LanguageAtTable {
  language: string
  /** How many need it. */
  needed: number
  interpreters: string[]
  /** Others at the table who speak both, where nobody came to interpret. */
  speakers: string[]
}

/** What is interpreted at a table. Where another language than Swedish is spoken, whoever speaks that needs nobody. */
export function interpretingAt(here: readonly Speaker[], spoken: string | null): LanguageAtTable[] {
  const tableLanguage = spoken ?? 'sv'
  const lost = here.filter(({ speaks }) => !speaks.includes(tableLanguage))
  return [...Map.groupBy(lost, ({ speaks }) => speaks[0] ?? '')]
    .filter(([language]) => language !== '')
    .map(([language, people]) => {
      const both = here.filter(({ speaks }) => speaks.includes(language) && speaks.includes(tableLanguage))
      const named = (isInterpreter: boolean): string[] =>
        both.filter(({ part }) => (part === 'interpreter') === isInterpreter).map(({ name }) => name)
      return {
        ...{ language, needed: people.length },
        ...{ interpreters: named(true), speakers: named(false) },
      }
    })
    .toSorted((one, other) => (one.language < other.language ? -1 : 1))
}
