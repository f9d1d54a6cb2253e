import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { instantAt } from '#platform/time.ts'
import type { Words } from '#platform/words.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { opensAt } from './door.rules.ts'
import { forgottenAt } from './door-list.ts'
import type { DeviceSettings } from './device.ts'
import type { DoorPlace } from './door-place.ts'

// Filled in by the script: '{name}' stands for itself until then.
const open = {
  name: '{name}',
  table: '{table}',
  time: '{time}',
  in: '{in}',
  seats: '{seats}',
  count: '{count}',
}

const said = [
  'door.answer.welcome',
  'door.answer.already',
  'door.answer.seat',
  'door.answer.waiting',
  'door.answer.gave-back',
  'door.answer.undone',
  'door.answer.not-here',
  'door.answer.not-here-more',
  'door.table',
  'door.in-since',
  'door.come',
  'door.nobody',
  'door.more-found',
  'door.forgotten',
  'door.link-over',
  'door.camera-none',
  'door.refused',
  'door.refusal.event-full',
  'door.list-later',
] as const

// What is counted is told in the words for none, for one and for many, since the script knows no grammar.
const counted = ['door.offline', 'door.sending', 'door.forget-unsent'] as const

const countedWords = (t: Words): [string, string][] =>
  counted.flatMap((key): [string, string][] => {
    const name = key.slice('door.'.length)
    const many = t(key, { count: 2 }).replace('2', '{count}')
    return [
      [`${name}.0`, t(key, { count: 0 })],
      [`${name}.1`, t(key, { count: 1 })],
      [name, many],
    ]
  })

export function deviceSettings(visit: Visit, { event, base }: DoorPlace): DeviceSettings {
  const { t, site } = visit
  return {
    list: visit.to(`${base}/list`),
    scans: visit.to(`${base}/scans`),
    worker: site.assets['door-worker.js'] ?? null,
    decoder: site.assets['door-camera.js'] ?? null,
    opensAt: opensAt(event),
    forgetAt: forgottenAt(event),
    words: {
      ...Object.fromEntries(said.map((key) => [key.slice('door.'.length), t(key, open)])),
      ...Object.fromEntries(countedWords(t)),
      ...Object.fromEntries(capacities.map((sector) => [`capacity.${sector}`, t(`door.capacity.${sector}`)])),
      // "kl. 11.22" becomes "kl. {h}.{m}".
      time: timeSpan(t.language, instantAt('2026-01-01', '11:22')).replace('11', '{h}').replace('22', '{m}'),
    },
  }
}
