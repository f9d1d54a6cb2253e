import type { Visit } from '#platform/http.ts'
import { Folded, SubmitButton } from '#platform/ui/form.tsx'
import { Actions, Empty, LinkButton } from '#platform/ui/parts.tsx'
import type { TableWithLink } from './links.sql.ts'
import { tableName } from './table.page.tsx'

interface Props {
  visit: Visit
  base: string
  tables: readonly TableWithLink[]
}

/** The links by which tables write: all at once, one anew, all ended. */
export function TableLinks({ visit, base, tables }: Props) {
  const { t } = visit
  const linked = tables.filter(({ link_id }) => link_id !== null)
  const missing = tables.length - linked.length
  return (
    <section class="stack" aria-labelledby="links-title">
      <h2 id="links-title">{t('table-notes.links.title')}</h2>
      {tables.length === 0 ? (
        <Empty>
          <p>{t('table-notes.links.no-tables')}</p>
          <a href={`${base}/seating`}>{t('table-notes.links.seating')}</a>
        </Empty>
      ) : (
        <p>{t('table-notes.links.count', { linked: linked.length, tables: tables.length })}</p>
      )}
      <Actions>
        {missing > 0 && (
          <form method="post">
            <SubmitButton name="do" value="make">
              {t('table-notes.links.make')}
            </SubmitButton>
          </form>
        )}
        {linked.length > 0 && (
          <LinkButton href={`${base}/table-notes/sheet`} variant={missing > 0 ? 'secondary' : 'primary'}>
            {t('table-notes.links.sheet')}
          </LinkButton>
        )}
      </Actions>
      {linked.length > 0 && (
        <Folded summary={t('table-notes.links.each')}>
          <p>{t('table-notes.links.renew-about')}</p>
          <ul class="lined-list">
            {linked.map((one) => (
              <li class="row">
                {one.token ? (
                  <a href={visit.to(`/table/${one.token}`)}>{tableName(visit, one)}</a>
                ) : (
                  tableName(visit, one)
                )}
                <form method="post">
                  <input type="hidden" name="table" value={one.id} />
                  <SubmitButton variant="tertiary" name="do" value="renew">
                    {t('table-notes.links.renew')} <span class="unseen">{tableName(visit, one)}</span>
                  </SubmitButton>
                </form>
              </li>
            ))}
          </ul>
          <form method="post">
            <SubmitButton variant="secondary" danger name="do" value="end">
              {t('table-notes.links.end')}
            </SubmitButton>
          </form>
        </Folded>
      )}
    </section>
  )
}
