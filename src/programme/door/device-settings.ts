import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { instantAt } from '#platform/time.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
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
  'door.offline',
  'door.sending',
  'door.camera-none',
  'door.forget-unsent',
  'door.refused',
  'door.anyway-ask',
] as const

export function deviceSettings(visit: Visit, { event, base }: DoorPlace): DeviceSettings {
  const { t, site } = visit
  return {
    list: visit.to(`${base}/list`),
    scans: visit.to(`${base}/scans`),
    worker: site.assets['door-worker.js'] ?? null,
    decoder: site.assets['door-camera.js'] ?? null,
    forgetAt: forgottenAt(event),
    words: {
      ...Object.fromEntries(said.map((key) => [key.slice('door.'.length), t(key, open)])),
      ...Object.fromEntries(capacities.map((sector) => [`capacity.${sector}`, t(`door.capacity.${sector}`)])),
      // "kl. 11.22" becomes "kl. {h}.{m}".
      time: timeSpan(t.language, instantAt('2026-01-01', '11:22')).replace('11', '{h}').replace('22', '{m}'),
    },
  }
}
