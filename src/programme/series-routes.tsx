import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { EditSeriesPage } from './edit-series.page.tsx'
import { editSeries, SeriesForm } from './edit-series.ts'
import { OfficeSeriesPage } from './office-series.page.tsx'
import { standingsOf, thisYear } from './promises/index.ts'
import { seriesWithKey } from './series.sql.ts'
import type { Db } from './tables.ts'

/** What the series say and promise, for coordinators to write. */
export const seriesRoutes = (db: Db) => {
  const toEdit = async (c: Context<VisitEnv>) => ({
    visit: c.var,
    series: found(await seriesWithKey(db, c.req.param('key') ?? ''), 'series'),
  })
  return routes()
    .get('/office/series', coordinator, async (c) =>
      c.html(
        <OfficeSeriesPage visit={c.var} lines={await standingsOf(db, thisYear(c.var.now), c.var.now)} />,
      ),
    )
    .get('/office/series/:key', coordinator, async (c) =>
      c.html(<EditSeriesPage {...await toEdit(c)} saved={c.req.query('saved') !== undefined} />),
    )
    .post('/office/series/:key', coordinator, async (c) => {
      const { visit, series } = await toEdit(c)
      const form = await readForm(c, SeriesForm)
      if (!form.ok) return c.html(<EditSeriesPage visit={visit} series={series} {...form} />, 422)
      const refusal = await editSeries(db, memberOf(c), series, form.value, visit.now)
      if (!refusal) return c.redirect(visit.to(`/office/series/${series.key}?saved`), 303)
      // Read again: theirs is shown above, and is what the next press of the button replaces.
      const answered = { filled: await readFields(c), refusal: `programme.series-edit.refusal.${refusal}` }
      return c.html(<EditSeriesPage {...await toEdit(c)} {...answered} />, 409)
    })
}
