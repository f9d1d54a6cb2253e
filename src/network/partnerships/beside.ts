import type { Language, Texts } from '#platform/language.ts'
import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'

export interface Theme {
  id: string
  slug: string
  name: Texts
}

export interface Goal {
  id: string
  number: number
  title: Texts
}

/** What stands in the slices above and is shown here; app.tsx hands it in. */
export interface Beside {
  /** The city's themes, in the order of the reader's alphabet. */
  themes: (language: Language) => Promise<readonly Theme[]>
  /** The goals that every party has adopted. */
  goals: () => Promise<readonly Goal[]>
  /** A meeting that something began at; where everybody may read of it. */
  eventWithId: (id: string) => Promise<{ title: Texts; slug: string; isSeen: boolean } | undefined>
  /** Meetings that everybody may read of, by when they begin. */
  eventsBetween: (after: Instant, before: Instant) => Promise<readonly { id: string; title: Texts }[]>
  /** What led to something of the network and what came of it; null where that is nothing. */
  thread: (visit: Visit, kind: 'network-need' | 'partnership', key: string) => Promise<Child>
  /** The ideas that an entry was made of, by number. */
  ideasBehind: (partnershipId: string) => Promise<readonly { number: number; what: string }[]>
}
