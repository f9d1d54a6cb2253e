import { signedIn } from '#people/index.ts'
import { downloadTable } from '#platform/download-table.ts'
import { anyone, routes } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { openEntries } from '../needs-offers/entries.sql.ts'
import { ownOrganisation } from '../organisations/may-edit.ts'
import { kindSaid } from '../organisations/profile.rules.ts'
import { postsOf } from '../organisations/posts.sql.ts'
import type { Db } from '../tables.ts'
import { organisationsToWrite, partnershipsToWrite } from './files.sql.ts'

// A file holds all there will be.
const allMax = 100_000

/** The lists of the network as files, for whoever sees the lists; with what stands there and nothing more. */
export const listFileRoutes = (db: Db) =>
  routes()
    .get('/network/organisations.csv', anyone, async (c) => {
      const { t, language, url } = c.var
      const rows = (await organisationsToWrite(db, language, c.req.query('q'))).map((one) => [
        ...[inLanguage(one.name, language), t(`network.sector.${one.sector}`)],
        ...[t(`organisations.kind.${kindSaid(one.sector, one.kind)}`), one.place, one.website],
        ...[one.contact_is_shown === 1 ? one.contact_email : null, url(`/network/organisations/${one.slug}`)],
      ])
      const header = ['name', 'sector', 'kind', 'place', 'website', 'email', 'page']
      return downloadTable(c, { name: t('lists.file-name.organisations'), header: headings(t, header), rows })
    })
    .get('/network/partnerships.csv', anyone, async (c) => {
      const { t, language, url } = c.var
      const rows = (await partnershipsToWrite(db)).map((one) => [
        ...[inLanguage(one.name, language), t(`network.kinds-one.${one.kind}`)],
        ...[t(`partnerships.state.${one.state}`), one.began_on, one.ended_on, url(`/network/${one.slug}`)],
      ])
      const header = ['name', 'kind', 'state', 'began', 'ended', 'page']
      return downloadTable(c, { name: t('lists.file-name.partnerships'), header: headings(t, header), rows })
    })
    .get('/network/needs.csv', anyone, async (c) => {
      const { t, language, url } = c.var
      const rows = (await openEntries(db, localDate(c.var.now), allMax)).map((one) => [
        ...[t(`needs-offers.side.${one.side}`), inLanguage(one.words, language)],
        ...[inLanguage(one.organisation, language), url(`/network/needs/${one.id}`)],
      ])
      const header = ['side', 'what', 'organisation', 'page']
      return downloadTable(c, { name: t('lists.file-name.needs'), header: headings(t, header), rows })
    })
    .get('/network/organisations/:slug/people.csv', signedIn, async (c) => {
      const { t } = c.var
      const organisation = await ownOrganisation(db, c)
      const rows = (await postsOf(db, organisation.id)).map((one) => [
        ...[one.name ?? t('organisations.people.forgotten'), one.email],
        ...[one.title ?? t(`organisations.post.${one.kind}`), one.until_day],
        one.ended_at ? localDate(one.ended_at) : null,
      ])
      const header = ['name', 'email', 'post', 'until', 'ended']
      return downloadTable(c, { name: organisation.slug, header: headings(t, header), rows })
    })

const headings = (t: (key: string) => string, names: readonly string[]): string[] =>
  names.map((name) => t(`lists.out.${name}`))
