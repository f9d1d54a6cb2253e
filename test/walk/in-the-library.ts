type Row = Record<string, string>

/** What stands in the addresses of the library, of themes and of who met; the longer part first. */
export async function inTheLibrary(of: (query: string) => Promise<Row>): Promise<Row> {
  const theme = await of('select id, slug from theme')
  const { year } = await of('select year from event_met')
  return {
    '/series/:key/light': '/series/information-sessions/light',
    '/library/themes/:slug': `/library/themes/${theme['slug']}`,
    '/themes/:theme': `/themes/${theme['id']}`,
    '/who-met/:year/:series': `/who-met/${year}/dialogforum`,
    '/who-met/:year': `/who-met/${year}`,
  }
}
