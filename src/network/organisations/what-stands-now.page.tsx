import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languages, type Texts } from '#platform/language.ts'
import { filledAt, textsAt, ticked } from '#platform/ui/form.tsx'
import { DataTable, Notice } from '#platform/ui/parts.tsx'
import type { Organisation } from './organisations.sql.ts'
import { areas, spokenLanguages } from './profile.rules.ts'
import { languageSaid } from './spoken.ts'

interface Props {
  visit: Visit
  organisation: Organisation
  answered: Answered
}

/** A language that is left empty is not said, and blanks and ends of lines are never a difference. */
const asKept = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim()

const inLines = (texts: Texts): string =>
  languages
    .flatMap((language) => {
      const text = asKept(texts[language] ?? '')
      return text === '' ? [] : [[language, text] as const]
    })
    .map(([language, text]) => `${language}: ${text}`)
    .join('\n')

/** What another has saved meanwhile, beside what was typed here: only where the two are not the same. */
export function WhatStandsNow({ visit, organisation, answered }: Props) {
  const { t, language } = visit
  const typed = (name: string): string => asKept(filledAt(answered, name) ?? '')
  // In one order, so that the same ticks are never a difference.
  const areasIn = (ticks: readonly string[]): string =>
    areas
      .filter((one) => ticks.includes(one))
      .map((one) => t(`organisations.area.${one}`))
      .join(', ')
  const spokenIn = (ticks: readonly string[]): string =>
    spokenLanguages
      .filter((one) => ticks.includes(one))
      .map((one) => languageSaid(one, language))
      .join(', ')
  const yesOrNo = (is: boolean): string => t(`organisations.both.${is ? 'yes' : 'no'}`)
  const pairs: (readonly [string, string, string])[] = [
    ...(['name', 'about', 'for_whom'] as const).map(
      (name) =>
        [
          t(`organisations.fact.words-${name === 'for_whom' ? 'for-whom' : name}`),
          inLines(organisation[name]),
          inLines(textsAt(answered, name)),
        ] as const,
    ),
    [t('organisations.fact.areas'), areasIn(organisation.areas), areasIn(ticked(answered, 'areas'))],
    [
      t('organisations.fact.languages'),
      spokenIn(organisation.languages),
      spokenIn(ticked(answered, 'languages')),
    ],
    [t('network.fact.website'), organisation.website ?? '', typed('website')],
    [t('network.fact.contact'), organisation.contact_email ?? '', typed('contact_email')],
    [
      t('organisations.form.contact-is-shown'),
      yesOrNo(organisation.contact_is_shown === 1),
      yesOrNo(typed('contact_is_shown') === 'yes'),
    ],
    [t('network.fact.place'), organisation.place ?? '', typed('place')],
  ]
  const different = pairs.filter(([, theirs, own]) => theirs !== own)
  return (
    <Notice kind="late">
      <DataTable
        caption={t('organisations.both.caption')}
        head={[
          t('organisations.both.what'),
          t('organisations.both.stands-now'),
          t('organisations.both.you-wrote'),
        ]}
        rows={different.map(([label, theirs, own]) => [label, theirs || '–', own || '–'])}
      />
    </Notice>
  )
}
