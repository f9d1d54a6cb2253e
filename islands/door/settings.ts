import type { DeviceSettings } from '../../src/programme/door/device.ts'

/** What the page says to its script. */
export const settingsOn = (root: HTMLElement): DeviceSettings =>
  JSON.parse(root.dataset['door'] ?? '{}') as DeviceSettings

/** A sentence of the page with its gaps filled in. */
export function say(
  { words }: Pick<DeviceSettings, 'words'>,
  key: string,
  values: Record<string, string | number> = {},
): string {
  // Of none and of one it may be said in other words than of many.
  let text = words[`${key}.${values['count'] ?? ''}`] ?? words[key] ?? ''
  for (const [name, value] of Object.entries(values)) text = text.replaceAll(`{${name}}`, String(value))
  return text
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
})

/** The time of day as the page writes it, where the event is. */
export function timeOf(settings: Pick<DeviceSettings, 'words'>, at: string): string {
  const [h = '', m = ''] = clock.format(new Date(at)).split(':')
  return say(settings, 'time', { h, m })
}
