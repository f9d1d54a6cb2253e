import type { Words } from '../words.ts'

export interface TrailStep {
  href: string
  label: string
}

/** The pages above this one. */
export function Trail({ t, steps }: { t: Words; steps: TrailStep[] }) {
  return (
    <nav class="trail" aria-label={t('platform.ui.trail')}>
      <ol>
        {steps.map((step) => (
          <li>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
