/** The snapshot: everything that is needed to put the hostname back, in TXT records of the zone itself. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import type { RecordSet } from '../dns/record-set.ts'
import { valuesOf } from '../dns/record-set.ts'
import { journalTtl } from './claim.ts'
import type { PlanParams } from './params.ts'
import { quoteTxt, unquoteTxt } from './txt.ts'

export interface Protection {
  name: string
  type: string
  comment: string
}

export interface Snapshot {
  version: 1
  /** Of the cutover. */
  id: string
  /** Canonical. */
  hostname: string
  /** The managed record sets as read, verbatim. */
  original: RecordSet[]
  params: PlanParams
  /** Protections that were lifted for the cutover and are set again at its end. */
  protections?: Protection[]
}

/** Characters of a string in a TXT value, strings in a value, and values in our record: within 4,000 characters a value. */
const stringLength = 250
const stringsPerValue = 13
const mostValues = 4
/** More than any snapshot of 4 values unpacks to; what unpacks to more is not ours. */
const mostUnpacked = 2_000_000

/** The record set that carries the snapshot; undefined when it does not fit and only a file can. */
export function snapshotRecord(name: string, snapshot: Snapshot): RecordSet | undefined {
  const strings = pieces(toBase64Url(deflateSync(strToU8(JSON.stringify(snapshot)), { level: 9 })))
  const count = Math.ceil(strings.length / stringsPerValue)
  if (count > mostValues) return undefined
  const values = Array.from({ length: count }, (_, index) => {
    const own = strings.slice(index * stringsPerValue, (index + 1) * stringsPerValue)
    // The order of values is not promised: each says which one it is.
    return { Value: [`${index + 1}/${count} `, ...own].map(quoteTxt).join(' ') }
  })
  return { Name: name, Type: 'TXT', TTL: journalTtl, ResourceRecords: values }
}

/** Undefined when a value is missing, changed or not ours. Digests tell whether the content is what the claim means. */
export function readSnapshot(record: RecordSet): Snapshot | undefined {
  const parts = new Map<number, string>()
  let total = 0
  for (const value of valuesOf(record)) {
    const [head = '', ...strings] = unquoteTxt(value) ?? []
    const match = /^(\d)\/(\d) $/.exec(head)
    if (!match) return undefined
    total = Number(match[2])
    parts.set(Number(match[1]), strings.join(''))
  }
  const packed = Array.from({ length: total }, (_, index) => parts.get(index + 1))
  if (total === 0 || parts.size !== total || packed.includes(undefined)) return undefined
  return unpack(packed.join(''))
}

function unpack(packed: string): Snapshot | undefined {
  try {
    const bytes = inflateSync(fromBase64Url(packed), { out: new Uint8Array(mostUnpacked) })
    const parsed = JSON.parse(strFromU8(bytes)) as Partial<Snapshot>
    return isSnapshot(parsed) ? parsed : undefined
  } catch {
    // Cut, reordered or foreign text neither unpacks nor parses.
    return undefined
  }
}

/** Also for files that people bring: whatever is in them. */
export function isSnapshot(value: Partial<Snapshot> | null): value is Snapshot {
  return (
    value?.version === 1 &&
    typeof value.id === 'string' &&
    typeof value.hostname === 'string' &&
    Array.isArray(value.original) &&
    typeof value.params === 'object' &&
    value.params !== null
  )
}

function pieces(text: string): string[] {
  return Array.from(text.matchAll(new RegExp(`.{1,${stringLength}}`, 'g')), ([piece]) => piece)
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array {
  return strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true)
}
