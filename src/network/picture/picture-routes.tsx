import type { Context } from 'hono'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { sectors } from '../directory.rules.ts'
import { isCityArea } from '../partnerships/areas.rules.ts'
import type { Beside } from '../partnerships/beside.ts'
import { partnershipWithSlug } from '../partnerships/partnerships.sql.ts'
import type { Db } from '../tables.ts'
import { loadPicture } from './load-picture.ts'
import { PicturePage } from './picture.page.tsx'

/** The picture of the network, and the table that says the same. */
export const pictureRoutes = (db: Db, beside: Beside) =>
  routes().get('/network/picture', anyone, async (c) => c.html(await picturePage(db, c, beside)))

async function picturePage(db: Db, c: Context<VisitEnv>, beside: Beside) {
  const { theme, sector, area, near, page } = c.req.query()
  const { language } = c.var
  const themes = await beside.themes(language)
  const around = near ? ((await partnershipWithSlug(db, near)) ?? null) : null
  const wanted = {
    theme: themes.find(({ slug }) => slug === theme)?.id ?? null,
    sector: sectors.find((one) => one === sector) ?? null,
    area: isCityArea(area) ? area : null,
    near: around?.slug ?? null,
  }
  const themeName = (id: string): string =>
    inLanguage(themes.find((one) => one.id === id)?.name ?? {}, language) ||
    c.var.t('network.picture.no-theme')
  const picture = await loadPicture(db, { wanted, page, language, themeName })
  const asked = { theme, sector, area, near: around?.slug }
  return <PicturePage visit={c.var} asked={asked} themes={themes} picture={picture} near={around} />
}
