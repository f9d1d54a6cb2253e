import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Choice, Form, SubmitButton } from '#platform/ui/form.tsx'
import { Actions, Card, DataTable } from '#platform/ui/parts.tsx'
import { columnSaid } from './columns.ts'
import type { ShownLine } from './imports.sql.ts'
import { type Change, type ListedOrganisation, organisationFields } from './judgement.rules.ts'
import type { PreviewProps } from './preview.page.tsx'
import { nameSaid, problemSaid, valueSaid } from './said.ts'

type Props = Pick<PreviewProps, 'visit' | 'list' | 'show' | 'lines'>

type OneLine = Pick<Props, 'visit' | 'list'> & { line: ShownLine }

/** The lines that end in one way, a page at a time. */
export function Lines(props: Props) {
  const { visit, list, show, lines } = props
  const { t } = visit
  return (
    <>
      {show === 'alike' && list.state === 'waiting' ? (
        <Alike {...props} />
      ) : (
        <DataTable
          caption={t(`lists.outcome.${show}`)}
          captionUnseen
          onPhone="lines"
          head={[t('lists.head.line'), t('lists.head.who'), t('lists.head.what')]}
          rows={lines.rows.map((line) => [
            t('lists.line', { line: line.line }),
            nameSaid(t, line),
            <What visit={visit} list={list} line={line} />,
          ])}
        />
      )}
      <LinePages {...props} />
    </>
  )
}

/** What happens with one line, or what stands in its way; after an import also what came of it. */
function What({ visit, list, line }: OneLine) {
  const { t } = visit
  const { outcome, detail, cells } = line
  return (
    <>
      <WhatCameOfIt visit={visit} line={line} />
      {outcome === 'unreadable' && (
        <ul>
          {(detail.problems ?? []).map((problem) => (
            <li>{problemSaid(t, list.kind, problem)}</li>
          ))}
        </ul>
      )}
      {outcome === 'double' && t('lists.double-of', { line: detail.doubleOf ?? 0 })}
      {outcome !== 'double' && <Known visit={visit} line={line} />}
      {list.kind === 'contacts' && cells?.contact && outcome !== 'unreadable' && (
        <p class="small">
          {cells.contact.email} · {t(`organisations.post.${cells.contact.kind ?? 'contact'}`)}
        </p>
      )}
      <Changes visit={visit} changes={detail.changes} />
      {outcome === 'new' && <AsRead visit={visit} said={cells?.organisation} />}
    </>
  )
}

function WhatCameOfIt({ visit: { t }, line: { done, undone, stays_why } }: Pick<OneLine, 'visit' | 'line'>) {
  if (!done) return null
  return (
    <>
      <p>{t(`lists.done.${undone === 'taken-back' ? 'taken-back' : done}`)}</p>
      {undone === 'stays' && <p>{t(`lists.stays.${stays_why}`)}</p>}
    </>
  )
}

/** What a new organisation's row was understood to say, so that a column that went wrong is seen before it is kept. */
function AsRead({ visit: { t }, said = {} }: { visit: Visit; said?: ListedOrganisation | undefined }) {
  return (
    <ul>
      {organisationFields
        .filter((field) => field !== 'name' && said[field] !== undefined)
        .map((field) => (
          <li>
            {columnSaid(t, 'organisations', field)}: {valueSaid(t, field, said[field])}
          </li>
        ))}
    </ul>
  )
}

function Known({ visit, line }: { visit: Visit; line: ShownLine }) {
  const { organisation_slug, organisation_name } = line
  if (organisation_slug === null || organisation_name === null) return null
  return (
    <a href={visit.to(`/network/organisations/${organisation_slug}`)}>
      {inLanguage(organisation_name, visit.language)}
    </a>
  )
}

function Changes({ visit: { t }, changes = [] }: { visit: Visit; changes?: readonly Change[] | undefined }) {
  if (changes.length === 0) return null
  return (
    <ul>
      {changes.map(({ field, from, to }) => (
        <li>
          {columnSaid(t, 'organisations', field)}:{' '}
          <del>
            <span class="unseen">{t('lists.from')} </span>
            {valueSaid(t, field, from)}
          </del>{' '}
          <ins>
            <span class="unseen">{t('lists.to')} </span>
            {valueSaid(t, field, to)}
          </ins>
        </li>
      ))}
    </ul>
  )
}

/** "Looks like the existing X": the same, a new one, or left out. */
function Alike({ visit, list, lines }: Props) {
  const { t } = visit
  return (
    <Form>
      {lines.rows.map((line) => (
        <Card title={t('lists.line-of', { line: line.line, name: nameSaid(t, line) })}>
          <p>
            {t('lists.alike.looks-like')} <Known visit={visit} line={line} /> (
            {t(`organisations.double.${line.detail.reason ?? 'like-name'}`)})
          </p>
          <Choice
            {...{ t, name: `choice.${line.line}`, label: t('lists.alike.is'), required: true }}
            value={line.choice ?? undefined}
            options={(['same', 'new', 'leave'] as const).map((value) => ({
              value,
              label: choiceSaid(visit, value, line),
            }))}
          />
          <Changes visit={visit} changes={line.detail.changes} />
        </Card>
      ))}
      <Actions>
        <SubmitButton name="do" value="choose">
          {t('lists.alike.save')}
        </SubmitButton>
        <SubmitButton name="do" value="rest-new" variant="secondary">
          {t('lists.alike.rest-new')}
        </SubmitButton>
        <SubmitButton name="do" value="rest-leave" variant="secondary">
          {t('lists.alike.rest-leave')}
        </SubmitButton>
      </Actions>
      <input type="hidden" name="seen" value={list.judged} />
    </Form>
  )
}

const choiceSaid = ({ t, language }: Visit, value: 'same' | 'new' | 'leave', line: ShownLine): Child =>
  t(`lists.alike.choice-${value}`, { name: inLanguage(line.organisation_name ?? {}, language) })

function LinePages({ visit, list, show, lines: { page, pages } }: Props) {
  const { t, to } = visit
  if (pages === 1) return null
  const at = (number: number): string => to(`/office/lists/${list.id}?show=${show}&page=${number}`)
  return (
    <nav class="row" aria-label={t('network.pages')}>
      {page > 1 && <a href={at(page - 1)}>{t('network.page-before')}</a>}
      <span class="quiet">{t('network.page-of', { page, pages })}</span>
      {page < pages && <a href={at(page + 1)}>{t('network.page-after')}</a>}
    </nav>
  )
}
