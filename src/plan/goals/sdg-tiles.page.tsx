import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Text } from '#platform/ui/text.tsx'
import { type Sdg, sdgs } from '../agreement/agreement-content.ts'

const ink: Record<Sdg['text'], string> = { white: '#ffffff', dark: '#1b1b1b' }

/** Drawn by us: the United Nations' own icons may only be used as they say. */
function Tile({ sdg }: { sdg: Sdg }) {
  return (
    <svg class="sdg-tile" viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="8" fill={sdg.colour} />
      <text x="20" y="21" fill={ink[sdg.text]}>
        {sdg.number}
      </text>
    </svg>
  )
}

interface Props {
  visit: Visit
  numbers: readonly number[]
}

/** The Sustainable Development Goals that a goal serves: number and title, with the colour as decoration. */
export function SdgTiles({ visit, numbers }: Props) {
  const { t } = visit
  const chosen = sdgs().filter((sdg) => numbers.includes(sdg.number))
  if (chosen.length === 0) return null
  return (
    <ul class="sdgs">
      {chosen.map((sdg) => (
        <li>
          <Tile sdg={sdg} />
          <a href={visit.to(`/thread/sdg/${sdg.number}`)}>
            <span class="unseen">{t('plan.sdg.number', { number: sdg.number })} </span>
            <Text of={sdg.title} t={t} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The same in a line of text, where there is no room for tiles: "3 God hälsa, 10 Minskad ojämlikhet". */
export const sdgLine = ({ language }: Pick<Visit, 'language'>, numbers: readonly number[]): string =>
  sdgs()
    .filter((sdg) => numbers.includes(sdg.number))
    .map((sdg) => `${sdg.number} ${inLanguage(sdg.title, language)}`)
    .join(', ')
