import type { Child } from 'hono/jsx'
import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, isLanguage, type Language } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { spokenIn } from '../spoken.rules.ts'
import { PaperPage } from './paper-page.page.tsx'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  room: string
  wifi: string
  tables: readonly string[]
}

const arrows = {
  left: 'M80 50H20M45 25L20 50l25 25',
  right: 'M20 50h60M55 25l25 25-25 25',
  ahead: 'M50 80V20M25 45L50 20l25 25',
}

/** Signs for the wall and the tables, in the languages that are spoken at the event. */
export function SignsPage({ visit, event, room, wifi, tables }: Props) {
  const spoken = spokenIn(event).filter(isLanguage)
  const languages: readonly Language[] = spoken.length > 0 ? spoken : [visit.language]
  const [first = visit.language] = languages
  return (
    <PaperPage visit={visit} event={event} kind="signs">
      <Sign>
        {titlesOf(event, languages).map((title) => (
          <p class="sign-title">{title}</p>
        ))}
        <p class="sign-more">{dateAndTime(first, event.starts_at, event.ends_at)}</p>
        <p class="sign-room">{room}</p>
      </Sign>
      <Sign>
        <InEach languages={languages} word="registration" />
      </Sign>
      {(['left', 'right', 'ahead'] as const).map((way) => (
        <Sign>
          <svg class="sign-arrow" viewBox="0 0 100 100" role="img" aria-label={visit.t(`paper.signs.${way}`)}>
            <path d={arrows[way]} />
          </svg>
          <p class="sign-title">{inLanguage(event.title, first)}</p>
          <p class="sign-room">{room}</p>
        </Sign>
      ))}
      {wifi && (
        <Sign>
          <p class="sign-title">Wi-Fi</p>
          <p class="sign-room">{wifi}</p>
        </Sign>
      )}
      {tables.map((table) => (
        <Sign>
          <InEach languages={languages} word="table" small />
          <p class="sign-number">{table}</p>
        </Sign>
      ))}
    </PaperPage>
  )
}

const titlesOf = ({ title }: ProgrammeEvent, languages: readonly Language[]): string[] => [
  ...new Set(languages.map((language) => inLanguage(title, language))),
]

const Sign = ({ children }: { children?: Child }) => <div class="sheet sign">{children}</div>

interface InEachProps {
  languages: readonly Language[]
  word: 'registration' | 'table'
  small?: boolean
}

/** One word, once in each language. */
function InEach({ languages, word, small = false }: InEachProps) {
  return (
    <>
      {languages.map((language) => (
        <p class={small ? 'sign-more' : 'sign-title'} lang={language}>
          {wordsFor(language)(`paper.signs.word.${word}`)}
        </p>
      ))}
    </>
  )
}
