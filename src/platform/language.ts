export const languages = ['sv', 'en', 'es'] as const
export type Language = (typeof languages)[number]

/** What an editor wrote, in the languages there were time for. At least one is there, any one. */
export type Texts = Partial<Record<Language, string>>

export const languageNames: Record<Language, string> = { sv: 'Svenska', en: 'English', es: 'Español' }

export const isLanguage = (text: unknown): text is Language => languages.some((one) => one === text)

interface Chosen {
  text: string
  language: Language
  isFallback: boolean
}

/** The text in the reader's language, or in the first language there is, marked as a fallback. */
export function chosenText(texts: Texts, language: Language): Chosen {
  const own = texts[language]
  if (own) return { text: own, language, isFallback: false }
  for (const other of languages) {
    const text = texts[other]
    if (text) return { text, language: other, isFallback: true }
  }
  return { text: '', language, isFallback: false }
}

/** The text alone, where there is no room for a note about its language (a mail's subject, a file's name). */
export const inLanguage = (texts: Texts, language: Language): string => chosenText(texts, language).text

/** Reads Accept-Language and answers with the best of ours; Swedish when none fits. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean)
    return { primary: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality) : 1 }
  })
  wishes.sort((a, b) => b.quality - a.quality)
  for (const { primary, quality } of wishes) if (quality > 0 && isLanguage(primary)) return primary
  return 'sv'
}
