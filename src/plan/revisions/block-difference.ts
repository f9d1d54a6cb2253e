import { diffArrays } from 'diff'
import type { Language } from '#platform/language.ts'
import { type Block, blocksOf } from '#platform/markdown-blocks.ts'
import { type Piece, wordDifference } from './word-difference.ts'

type Kind = { kind: 'heading' | 'paragraph' } | { kind: 'item'; number: number | null }
/** A heading, paragraph or point with what comes and goes in it; or a gap where nothing changes. */
export type BlockPieces = (Kind & { pieces: Piece[] }) | { kind: 'gap' }

/** Two wordings of a longer text, paragraph by paragraph; of what stays as it is only what meets a change is shown. */
export function blockDifference(before: string, after: string, language: Language): BlockPieces[] {
  const keyed = (text: string) =>
    blocksOf(text).map((block) => ({ block, key: `${block.kind} ${block.text}` }))
  const runs = diffArrays(keyed(before), keyed(after), { comparator: (one, other) => one.key === other.key })
  const shown: BlockPieces[] = []
  for (const [index, { value, added, removed }] of runs.entries()) {
    const of = (one: typeof value | undefined): Block[] => (one ?? []).map(({ block }) => block)
    const next = runs[index + 1]
    const previous = runs[index - 1]
    if (removed) shown.push(...changed(of(value), next?.added ? of(next.value) : [], language))
    else if (added && !previous?.removed) shown.push(...changed([], of(value), language))
    else if (!added) shown.push(...aroundChanges(of(value), index === 0, index === runs.length - 1))
  }
  return shown
}

/** One that changes stands as one, with the words that come and go in it; others come or go whole. */
function changed(gone: readonly Block[], come: readonly Block[], language: Language): BlockPieces[] {
  const left = [...gone]
  const isOnly = gone.length === 1 && come.length === 1
  const shown = come.flatMap((block): BlockPieces[] => {
    const at = left.findIndex((one) => one.kind === block.kind && (isOnly || areAlike(one.text, block.text)))
    if (at === -1) return [whole(block, 'added')]
    const passed = left.splice(0, at + 1)
    const pieces = wordDifference(passed.pop()?.text ?? '', block.text, language)
    return [...passed.map((one) => whole(one, 'removed')), { ...block, pieces }]
  })
  const others = left.map((one) => whole(one, 'removed'))
  return left.length === gone.length ? [...others, ...shown] : [...shown, ...others]
}

const whole = (block: Block, kind: Piece['kind']): BlockPieces => ({
  ...block,
  pieces: [{ kind, text: block.text }],
})

// Two paragraphs that share less than this part of their words are two, not one that was worded anew.
const shareAlike = 0.4

function areAlike(one: string, other: string): boolean {
  const [some, others] = [one, other].map((text) => new Set(text.toLowerCase().match(/\p{L}+/gu)))
  const shared = [...(some ?? [])].filter((word) => others?.has(word)).length
  return shared >= shareAlike * Math.max(some?.size ?? 0, others?.size ?? 0, 1)
}

/** The first and the last of those that stay, where they meet a change; a gap stands for the others. */
function aroundChanges(same: readonly Block[], isFirst: boolean, isLast: boolean): BlockPieces[] {
  if (isFirst && isLast) return []
  const kept = same.map(
    (_, index) => (index === 0 && !isFirst) || (index === same.length - 1 && !isLast) || same.length === 1,
  )
  const gap = kept.indexOf(false)
  return same.flatMap((block, index): BlockPieces[] => {
    if (kept[index]) return [whole(block, 'same')]
    return index === gap ? [{ kind: 'gap' }] : []
  })
}
