import type { Words } from '#platform/words.ts'
import type { CardKind } from './device.ts'

// A shape each, so that nobody has to tell colours apart: a lamp's round, a split, an arrow ahead, a question in a diamond.
const shapes: Record<CardKind, string> = {
  insight: 'M12 3a9 9 0 1 0 .01 0zM12 7.5v5M12 16v.5',
  disagreement: 'M3 4l8 8-8 8zM21 4l-8 8 8 8z',
  proposal: 'M3 8h9V3l9 9-9 9v-5H3z',
  'open-question': 'M12 2l10 10-10 10L2 12zM9.8 10a2.3 2.3 0 1 1 2.8 2.2l-.6.6v1M12 16.4v.2',
}

/** What kind of card it is: in a word, with a shape and a colour beside it. */
export function KindMark({ t, kind }: { t: Words; kind: CardKind }) {
  return (
    <span class="card-kind" data-kind={kind}>
      <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapes[kind]} />
      </svg>
      {t(`table-notes.kind.${kind}`)}
    </span>
  )
}
