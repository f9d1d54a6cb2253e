/** The name of a language by its code, in another; a word that is no code is shown as it was written. */
export function languageIn(reader: string, code: string): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code
  return new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' }).of(code) ?? code
}
