import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { Language } from '#platform/language.ts'
import { markdown } from '#platform/markdown.ts'
import { blockDifference, type BlockPieces } from './block-difference.ts'
import { Pieces } from './pieces.page.tsx'

export type HeadingLevel = 2 | 3 | 4

interface Props {
  visit: Visit
  before: string
  after: string
  written: Language
  level: HeadingLevel
}

/** A longer text before and after: its headings, paragraphs and lists as such, with what comes and goes in them. */
export function BlockDifference({ visit, before, after, written, level }: Props) {
  const { t, language } = visit
  const lang = written === language ? undefined : written
  if (!before.trim() || !after.trim()) {
    const as = before.trim() ? 'removed' : 'added'
    const html = markdown(before.trim() ? before : after)
    return (
      <Whole visit={visit} as={as}>
        <div class="prose" lang={lang}>
          {raw(withHeadingsAt(html, level))}
        </div>
      </Whole>
    )
  }
  const blocks = blockDifference(before, after, written)
  if (blocks.length === 0) return <p>{t('revisions.difference.only-marks')}</p>
  return (
    <div class="difference prose" lang={lang}>
      {grouped(blocks).map((group) => (
        <Group visit={visit} group={group} level={level} />
      ))}
    </div>
  )
}

/** The text stands within another heading than on its own page. */
const withHeadingsAt = (html: string, level: HeadingLevel): string =>
  html.replaceAll(/<(\/?)h[2-4]>/g, `<$1h${level}>`)

/** A text that is new, or gone, from its first word to its last is read as it is, and said to be so. */
function Whole({ visit: { t }, as, children }: { visit: Visit; as: 'added' | 'removed'; children: Child }) {
  const Mark = as === 'added' ? 'ins' : 'del'
  return (
    <Mark class="whole stack">
      <strong>{t(`revisions.difference.whole-${as}`)}</strong>
      {children}
    </Mark>
  )
}

/** Points that follow each other are one list. */
function grouped(blocks: readonly BlockPieces[]): BlockPieces[][] {
  const groups: BlockPieces[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last && listOf(block) !== null && listOf(last[0]) === listOf(block)) last.push(block)
    else groups.push([block])
  }
  return groups
}

function listOf(block: BlockPieces | undefined): 'ol' | 'ul' | null {
  if (block?.kind !== 'item') return null
  return block.number === null ? 'ul' : 'ol'
}

interface GroupProps {
  visit: Visit
  group: readonly BlockPieces[]
  level: HeadingLevel
}

function Group({ visit, group, level }: GroupProps) {
  const [first] = group
  const read = (block: BlockPieces): Child => {
    if (block.kind === 'gap') return '[…]'
    return <Pieces t={visit.t} pieces={block.pieces} />
  }
  const List = listOf(first)
  if (List) {
    return (
      <List>
        {group.map((block) => (
          <li value={block.kind === 'item' ? (block.number ?? undefined) : undefined}>{read(block)}</li>
        ))}
      </List>
    )
  }
  if (!first) return null
  const Tag = first.kind === 'heading' ? (`h${level}` as const) : 'p'
  return <Tag>{read(first)}</Tag>
}
