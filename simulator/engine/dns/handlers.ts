/** What the events of DNS do. */
import type { EventHandler } from '../advance.ts'
import { onChangeInsync } from './zone-changes.ts'

export const dnsHandlers: Record<string, EventHandler> = {
  'change-insync': onChangeInsync,
}
