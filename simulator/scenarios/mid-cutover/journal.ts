/**
 * The journal of a cutover as it stands in TXT records of a zone, version `cutover1`, written here for itself: what a console
 * reads must be right because both are, not because one copied the other.
 */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { sha256 } from '@noble/hashes/sha2.js'
import { compareTexts } from '../../engine/dns/names.ts'

/** Seconds. */
const TTL = 60
/** Characters of a string inside a TXT value. */
const STRING = 250

export interface ClaimFields {
  id: string
  generation: number
  state: number
  highest: number
  status: 'active' | 'rolledback' | 'done'
  nonce: string
  originalDigest: string
  planDigest: string
  /** ms since the epoch. */
  writtenAt: number
}

/** The claim of a hostname in a zone; both end with a dot. */
export function claimRecord(hostname: string, zone: string, claim: ClaimFields): ResourceRecordSet {
  const { id, generation, state, highest, status, nonce, originalDigest, planDigest, writtenAt } = claim
  const progress = `g=${generation} i=${state} hi=${highest} st=${status} x=${nonce}`
  const proof = `d=${originalDigest} pd=${planDigest} t=${Math.floor(writtenAt / 1000)}`
  return text(journalName(hostname, zone, ''), `"v=cutover1 id=${id} ${progress} ${proof}"`)
}

/** A claim that a newer release wrote. */
export function newerClaim(hostname: string, zone: string, id: string): ResourceRecordSet {
  return text(
    journalName(hostname, zone, ''),
    `"v=cutover2 id=${id} phase=shift/25 proof=c2:5d41402abc4b2a76"`,
  )
}

/** The snapshot: everything in one value, packed without compression. */
export function snapshotRecord(hostname: string, zone: string, snapshot: unknown): ResourceRecordSet {
  const packed = base64Url(stored(new TextEncoder().encode(JSON.stringify(snapshot))))
  const strings = ['1/1 ', ...(packed.match(new RegExp(`.{1,${STRING}}`, 'g')) ?? [])]
  return text(journalName(hostname, zone, '-s'), strings.map((one) => `"${one}"`).join(' '))
}

/** What a hostname's records are called beside it: `suffix` is nothing for the claim, `-s` for the snapshot. */
function journalName(hostname: string, zone: string, suffix: string): string {
  return `_cutover-${hash(hostname).slice(0, 16)}${suffix}.${zone}`
}

/** Identifiers of the two members of a weighted group. */
export function memberIds(hostname: string): { legacy: string; fresh: string } {
  const short = hash(hostname).slice(0, 6)
  return { legacy: `legacy-${short}`, fresh: `ecs-${short}` }
}

/** Stands for a set of record sets, whatever their order and that of their values. */
export function digestOf(records: ResourceRecordSet[]): string {
  return digestOfText(records.map(lineOf).toSorted().join('\n'))
}

export function digestOfText(words: string): string {
  return hash(words).slice(0, 32)
}

/** Simple and weighted record sets only; the empty places are for the other routing policies. */
function lineOf(record: ResourceRecordSet): string {
  const { AliasTarget: alias, ResourceRecords = [] } = record
  return JSON.stringify([
    dotted(record.Name ?? ''),
    record.Type,
    record.SetIdentifier ?? null,
    record.Weight ?? null,
    null,
    [],
    null,
    null,
    record.TTL ?? null,
    ResourceRecords.map(({ Value = '' }) => Value).toSorted(compareTexts),
    alias ? [alias.HostedZoneId, dotted(alias.DNSName ?? ''), alias.EvaluateTargetHealth] : null,
    record.HealthCheckId ?? null,
    null,
    [],
    [],
    [],
  ])
}

function dotted(name: string): string {
  return name.toLowerCase().replace(/\.?$/, '.')
}

function hash(words: string): string {
  return [...sha256(new TextEncoder().encode(words))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** One stored block of https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4 */
function stored(bytes: Uint8Array): Uint8Array {
  const { length } = bytes
  const inverse = ~length & 0xff_ff
  return Uint8Array.from([1, length & 255, length >> 8, inverse & 255, inverse >> 8, ...bytes])
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

function text(Name: string, Value: string): ResourceRecordSet {
  return { Name, Type: 'TXT', TTL, ResourceRecords: [{ Value }] }
}
