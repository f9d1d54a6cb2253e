import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { filledAt, textsAt, ticked } from '#platform/ui/form.tsx'
import { DataTable, Notice } from '#platform/ui/parts.tsx'
import type { Organisation } from './organisations.sql.ts'
import { languageSaid } from './spoken.ts'

interface Props {
  visit: Visit
  organisation: Organisation
  answered: Answered
}

const inLines = (texts: Texts): string =>
  Object.entries(texts)
    .map(([language, text]) => `${language}: ${text}`)
    .join('\n')

/** What another has saved meanwhile, beside what was typed here: only where the two are not the same. */
export function WhatStandsNow({ visit, organisation, answered }: Props) {
  const { t, language } = visit
  const typed = (name: string): string => filledAt(answered, name) ?? ''
  const pairs: (readonly [string, string, string])[] = [
    ...(['name', 'about', 'for_whom'] as const).map(
      (name) =>
        [
          t(`organisations.fact.words-${name === 'for_whom' ? 'for-whom' : name}`),
          inLines(organisation[name]),
          inLines(textsAt(answered, name)),
        ] as const,
    ),
    [
      t('organisations.fact.areas'),
      organisation.areas.map((one) => t(`organisations.area.${one}`)).join(', '),
      ticked(answered, 'areas')
        .map((one) => t(`organisations.area.${one}`))
        .join(', '),
    ],
    [
      t('organisations.fact.languages'),
      organisation.languages.map((one) => languageSaid(one, language)).join(', '),
      organisation.languages
        .filter((one) => ticked(answered, 'languages').includes(one))
        .map((one) => languageSaid(one, language))
        .join(', '),
    ],
    [t('network.fact.website'), organisation.website ?? '', typed('website')],
    [t('network.fact.contact'), organisation.contact_email ?? '', typed('contact_email')],
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
