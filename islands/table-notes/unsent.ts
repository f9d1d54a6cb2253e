import type { SentEdit, TableSettings } from '../../src/forum/table-notes/device.ts'
import { say } from '../door/settings.ts'
import { forgetLine, lineOf } from './store.ts'
import { element } from './view.ts'

const place = (): HTMLTextAreaElement | null => document.querySelector('#table-unsent textarea')

/** What the server would not take is shown as text, to be copied or saved: it is nowhere else. */
export async function showUnsent({ table }: TableSettings): Promise<void> {
  const edits = await lineOf<SentEdit>('unsent', table)
  element('table-unsent')?.toggleAttribute('hidden', edits.length === 0)
  const texts = edits.map(({ now }) => [now.words, now.whoCould].filter(Boolean).join('\n'))
  const area = place()
  if (area) area.value = texts.join('\n\n')
}

export function offerUnsent(settings: TableSettings): void {
  element('unsent-copy')?.addEventListener('click', () => {
    place()?.select()
    void navigator.clipboard?.writeText(place()?.value ?? '').catch(() => undefined)
  })
  element('unsent-save')?.addEventListener('click', () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([place()?.value ?? ''], { type: 'text/plain' }))
    link.download = 'cards.txt'
    link.click()
  })
  element('unsent-forget')?.addEventListener('click', () => {
    // oxlint-disable-next-line eslint/no-alert
    if (!confirm(say(settings, 'forget-ask'))) return
    void forgetLine('unsent', settings.table, () => true).then(() => showUnsent(settings))
  })
}
