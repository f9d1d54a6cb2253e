import type { Context } from 'hono'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { sectors } from '../directory.rules.ts'
import { isCityArea } from '../partnerships/areas.rules.ts'
import type { Beside } from '../partnerships/beside.ts'
import type { Db } from '../tables.ts'
import { answerQuestion, asksNothing } from './answer-question.ts'
import { AskPage } from './ask.page.tsx'

/** "Who should we ask?": one page, by theme, place, need and offer. */
export const askRoutes = (db: Db, beside: Beside) =>
  routes().get('/network/ask', anyone, async (c) => c.html(await askPage(db, c, beside)))

async function askPage(db: Db, c: Context<VisitEnv>, beside: Beside) {
  const { q, theme, area, sector } = c.req.query()
  const { language } = c.var
  const themes = await beside.themes(language)
  const question = {
    words: (q ?? '').slice(0, 300),
    theme: themes.find(({ slug }) => slug === theme)?.id ?? null,
    area: isCityArea(area) ? area : null,
    sector: sectors.find((one) => one === sector) ?? null,
  }
  const today = localDate(c.var.now)
  const answers = asksNothing(question)
    ? null
    : await answerQuestion(db, { question, language, themes, today })
  return <AskPage visit={c.var} asked={{ q, theme, area, sector }} themes={themes} answers={answers} />
}
