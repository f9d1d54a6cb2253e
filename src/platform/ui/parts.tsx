import type { Child } from 'hono/jsx'

export { Link, LinkButton } from './link.tsx'
export { SectorMark, SeriesMark } from './marks.tsx'
export { Thread, type ThreadStep } from './thread.tsx'

export type TagKind = 'good' | 'waiting' | 'late' | 'plain' | 'stopped'

const tagColors: Record<TagKind, string> = {
  good: 'success',
  waiting: 'info',
  late: 'warning',
  plain: 'neutral',
  stopped: 'neutral',
}
const tagSigns: Record<TagKind, string> = {
  good: 'M4 13l5 5L20 6',
  waiting: 'M12 3a9 9 0 1 0 .01 0zM12 7v5l3.5 2',
  late: 'M12 4v10M12 19.5v.5',
  plain: '',
  stopped: 'M6 6l12 12M18 6L6 18',
}

/** A state in a word or two; sign and colour only help. */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children?: Child }) {
  return (
    <span
      class="tag ds-tag"
      data-color={tagColors[kind]}
      data-variant={kind === 'stopped' ? 'outline' : 'default'}
    >
      {tagSigns[kind] && (
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
          <path d={tagSigns[kind]} />
        </svg>
      )}
      {children}
    </span>
  )
}

interface CardProps {
  /** With an address, the whole card answers to it. */
  href?: string | undefined
  title?: Child
  /** Which heading the title is on this page. */
  level?: 2 | 3 | 4
  tinted?: boolean
  children?: Child
}

export function Card({ href, title, level = 3, tinted = false, children }: CardProps) {
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
  const Heading = `h${level}` as 'h2' | 'h3' | 'h4'
  return (
    <div class={tinted ? 'card tinted' : 'card'}>
      {title && <Heading class="card-title">{href ? <a href={href}>{title}</a> : title}</Heading>}
      {children}
    </div>
  )
}

const isSaid = (value: Child): boolean =>
  value !== null && value !== undefined && value !== '' && value !== false

/** When, where, for whom: a label and what it is. Rows with nothing to say are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, Child])[] }) {
  const said = rows.filter(([, value]) => isSaid(value))
  if (said.length === 0) return null
  return (
    <dl class="facts">
      {said.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

interface DataTableProps {
  caption: string
  /** The caption is read aloud but not shown, where a heading right above says the same. */
  captionUnseen?: boolean
  /** The class by which another style sheet dresses it, as for paper. */
  look?: string
  /** Each cell on a line of its own: as it is, where a row speaks for itself, or after the heading of its column. */
  onPhone?: 'lines' | 'labels'
  head: readonly Child[]
  /** The first cell of a row is its heading. */
  rows: readonly (readonly Child[])[]
}

export function DataTable(props: DataTableProps) {
  const { caption, captionUnseen = false, look = 'table', onPhone, head, rows } = props
  return (
    // What scrolls must be reachable by the keyboard, and not every browser sees to that by itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class={`table-frame${onPhone ? ` is-${onPhone}` : ''}`} aria-label={caption} tabindex={0}>
      <table class={look}>
        <caption class={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((cell, at) =>
                onPhone === 'labels' ? (
                  <LabeledCell label={head[at + 1]}>{cell}</LabeledCell>
                ) : (
                  <td>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** On a phone its label stands before all that is in it, and where nothing is in it neither is shown. */
const LabeledCell = ({ label, children }: { label: Child; children?: Child }) => {
  const holdsSomething = !isNothing(children)
  return <td data-label={holdsSomething ? label : undefined}>{holdsSomething && <div>{children}</div>}</td>
}

const isNothing = (child: Child): boolean =>
  child === undefined || child === null || child === false || child === ''

/** Instead of an empty list: why there is nothing, and what to do. */
export function Empty({ children }: { children?: Child }) {
  return <div class="empty">{children}</div>
}

export type NoticeKind = TagKind | 'info' | 'wrong'

const noticeColors: Record<NoticeKind, string> = { ...tagColors, info: 'info', wrong: 'danger' }

interface NoticeProps {
  kind?: NoticeKind
  title?: string | undefined
  /** Read aloud at once: for what has just happened. */
  live?: boolean
  children?: Child
}

/** Something the visitor should not miss. */
export function Notice({ kind = 'info', title, live = false, children }: NoticeProps) {
  return (
    <div class="notice" data-color={noticeColors[kind]} role={live ? 'status' : undefined}>
      {title && (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}

/** Buttons beside each other. */
export function Actions({ children }: { children?: Child }) {
  return <div class="actions">{children}</div>
}
