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
