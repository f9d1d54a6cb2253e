import type { Child } from 'hono/jsx'
import type { Words } from '../words.ts'

export interface ThreadStep {
  /** What kind of bead it is, in words: "Rekommendation". */
  kind: Child
  title: Child
  href?: string | undefined
  /** A date, a count, a name. */
  text?: Child
  /** Where it is on its page, for those who come from elsewhere on it. */
  id?: string | undefined
  /** What it leads to, where that is not just the next one. */
  leadsTo?: Child
  /** Not reached yet: the line leads there as stitches. */
  waiting?: boolean | undefined
  /** The page the visitor is on. */
  here?: boolean | undefined
}

interface Props {
  t: Words
  steps: readonly ThreadStep[]
  /** Lies across a wide page; otherwise it hangs down. */
  across?: boolean
  /** Each bead shows its number; where the thread forks, no line runs from one to the next. */
  numbered?: 'line' | 'forked' | undefined
}

/** What led to what, one bead after the other, as a list that is also a picture. */
export function Thread({ t, steps, across = false, numbered }: Props) {
  const look = across && steps.length <= 7 ? ' across' : ''
  const numbers = numbered ? ` numbered${numbered === 'forked' ? ' forked' : ''}` : ''
  return (
    <ol class={`thread${look}${numbers}`}>
      {steps.map((step) => (
        <li
          id={step.id}
          class={step.waiting ? 'waiting' : undefined}
          aria-current={step.here ? 'step' : undefined}
        >
          <p class="thread-kind">
            {step.kind}
            {step.waiting && <span class="unseen"> ({t('platform.ui.not-yet')})</span>}
          </p>
          <p class="thread-title">
            {step.href && !step.here ? <a href={step.href}>{step.title}</a> : step.title}
          </p>
          {step.text && <p class="thread-kind">{step.text}</p>}
          {step.leadsTo && <p class="thread-kind">{step.leadsTo}</p>}
        </li>
      ))}
    </ol>
  )
}
