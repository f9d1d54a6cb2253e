import type { Words } from '#platform/words.ts'
import { yearsSaid } from './directory.rules.ts'

interface Props {
  t: Words
  began: number | null
  ended: number | null
}

/** "2019", "2019–2023", "since 2018". Years are words, not amounts: no separators in them. */
export function Years({ t, began, ended }: Props) {
  const said = yearsSaid(began, ended)
  return said && <>{t(`network.years.${said}`, { began: String(began ?? ''), ended: String(ended ?? '') })}</>
}
