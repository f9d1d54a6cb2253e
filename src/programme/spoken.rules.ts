/** What may be spoken or signed at an event: the site's three languages, Arabic and Swedish Sign Language. */
export const spokenLanguages = ['sv', 'en', 'es', 'ar', 'swl'] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]

/** Reads what is stored as 'sv,es'. */
export const spokenIn = (event: { spoken: string }): SpokenLanguage[] =>
  spokenLanguages.filter((one) => event.spoken.split(',').includes(one))
