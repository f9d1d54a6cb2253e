import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, languages } from './language.ts'
import { projectRoot } from './root.ts'

export type WordValues = Record<string, string | number>

/** Says a thing in one language: `t('plan.goal.title', { number: 3 })`. */
export interface Words {
  (key: string, values?: WordValues): string
  readonly language: Language
}

const numberLocales: Record<Language, string> = { sv: 'sv-SE', en: 'en-US', es: 'es-ES' }

/** Reads words/<language>/*.json once; messages are compiled when first said. An unknown key throws. */
function wordsIn(language: Language): Words {
  const messages = new Map<string, string>()
  const folder = join(projectRoot, 'words', language)
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.json')) continue
    const read = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>
    for (const [key, message] of Object.entries(read)) messages.set(key, message)
  }
  const compiled = new Map<string, IntlMessageFormat>()

  function say(key: string, values?: WordValues): string {
    const message = messages.get(key)
    if (message === undefined) throw new Error(`no word '${key}' in ${language}`)
    if (!message.includes('{')) return message
    let format = compiled.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, numberLocales[language], undefined, { ignoreTag: true })
      compiled.set(key, format)
    }
    return String(format.format(values))
  }
  return Object.assign(say, { language })
}

let all: Record<Language, Words> | undefined

/** The words of a language, read from disk the first time. */
export function wordsFor(language: Language): Words {
  all ??= Object.fromEntries(languages.map((one) => [one, wordsIn(one)])) as Record<Language, Words>
  return all[language]
}
