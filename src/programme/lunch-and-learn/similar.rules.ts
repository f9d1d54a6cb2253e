import type { Texts } from '#platform/language.ts'

// What every need says, and small words. Too few to hide a topic.
const commonWords = new Set(
  (
    'alla andra behöver blir bättre deras dessa detta eller eftersom efter finns flera fungerar från förstå förening ' +
    'föreningar föreningen genom gäller göra hitta hjälp hoppas hur inte kommer kunna kunskap lära malmö mellan mera ' +
    'många måste någon något några olika samma skulle sätt till tillsammans under utan vara varför vilja vilka vilken ' +
    'vill våra about after associations association because better between could different does from have help how ' +
    'into know learn like make many more must need other others should some that their them then there these they ' +
    'this understand want what when where which while will with without work works would your ' +
    'algunas algunos asociaciones asociación aprender ayuda cada como cómo conocer cuando cuáles cuál cual desde donde ' +
    'entender entre esta este esto funciona funcionan hacer hasta mejor mucho muchos necesitamos nuestra nuestras ' +
    'nuestro nuestros otra otras otro otros para pero poder podemos porque puede pueden queremos saber sobre también ' +
    'tener tiene todas todos'
  ).split(' '),
)

const lettersMin = 4
const stemMin = 5
const endingMax = 2

/** The words that say what a need is about, in lower case, each once. */
export function tellingWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+/gu) ?? []
  return [...new Set(words.filter((word) => word.length >= lettersMin && !commonWords.has(word)))]
}

/** Words are alike when one holds the other, but for an ending: 'lokaler', 'lokal', 'föreningslokal'. */
export function areAlike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < stemMin) return one === other
  return long.includes(short.slice(0, Math.max(stemMin, short.length - endingMax)))
}

export interface Likeness {
  id: string
  /** The words of the first need that are like words of this one. */
  shared: string[]
  share: number
}

// A third of what the shorter of the two is about.
const shareMin = 1 / 3

function likenessIn(one: readonly string[], other: readonly string[]): Omit<Likeness, 'id'> {
  const shared = one.filter((word) => other.some((theirs) => areAlike(word, theirs)))
  const fewest = Math.min(one.length, other.length)
  return { shared, share: fewest === 0 ? 0 : Math.min(1, shared.length / fewest) }
}

interface Worded {
  id: string
  words: Texts
}

/** Needs that share words with this one in any language, the most alike first: for the office to look at. */
export function similarTo(need: Worded, others: readonly Worded[], max = 5): Likeness[] {
  return others
    .filter(({ id }) => id !== need.id)
    .map((other) => ({ id: other.id, ...mostAlike(need.words, other.words) }))
    .filter(({ share, shared }) => share >= shareMin && shared.length > 0)
    .toSorted((one, other) => other.share - one.share || (one.id < other.id ? -1 : 1))
    .slice(0, max)
}

function mostAlike(one: Texts, other: Texts): Omit<Likeness, 'id'> {
  const languages = (Object.keys(one) as (keyof Texts)[]).filter((language) => other[language])
  const all = languages.map((language) =>
    likenessIn(tellingWords(one[language] ?? ''), tellingWords(other[language] ?? '')),
  )
  return all.toSorted((a, b) => b.share - a.share)[0] ?? { shared: [], share: 0 }
}
