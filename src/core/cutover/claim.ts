/** The claim: one TXT record that says who moves a hostname and how far. It changes with every write and fences off whatever comes late. */
import type { RecordSet } from '../dns/record-set.ts'
import { valuesOf } from '../dns/record-set.ts'
import { quoteTxt, unquoteTxt } from './txt.ts'

/** active: under way; rolledback: everything is back, the claim stays as a tombstone; done: finished at the last state. */
export type ClaimStatus = 'active' | 'rolledback' | 'done'

export interface Claim {
  /** Of the cutover; a ULID. */
  id: string
  /** Grows by one with every write. */
  generation: number
  /** Index of the state that the zone is in. */
  state: number
  /** Highest state ever reached; 0: live records were never changed. */
  highest: number
  status: ClaimStatus
  /** Fresh for every attempt, never used twice: tells which write landed. */
  nonce: string
  /** Of the original records. */
  originalDigest: string
  /** Of all states of the plan. */
  planDigest: string
  /** When it was written, seconds since the epoch. */
  writtenAt: number
}

/** Seconds for which resolvers may keep the journal. */
export const journalTtl = 60

const version = 'cutover1'

export function claimRecord(name: string, claim: Claim): RecordSet {
  return {
    Name: name,
    Type: 'TXT',
    TTL: journalTtl,
    ResourceRecords: [{ Value: quoteTxt(claimText(claim)) }],
  }
}

/** Human readable, without account, person or ARN: it stands in public. */
export function claimText(claim: Claim): string {
  return [
    `v=${version}`,
    `id=${claim.id}`,
    `g=${claim.generation}`,
    `i=${claim.state}`,
    `hi=${claim.highest}`,
    `st=${claim.status}`,
    `x=${claim.nonce}`,
    `d=${claim.originalDigest}`,
    `pd=${claim.planDigest}`,
    `t=${claim.writtenAt}`,
  ].join(' ')
}

/** foreign: written by a version that we do not know; corrupt: no claim at all. */
export type ClaimReading = { claim: Claim } | { unreadable: 'foreign' | 'corrupt'; text: string }

export function readClaim(record: RecordSet): ClaimReading {
  const [value = '', ...others] = valuesOf(record)
  const text = unquoteTxt(value)?.join('') ?? value
  const fields = new Map(
    text.split(' ').map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)] as const
    }),
  )
  if (others.length > 0) return { unreadable: 'corrupt', text }
  if (fields.get('v') !== version)
    return { unreadable: /^cutover\d+$/.test(fields.get('v') ?? '') ? 'foreign' : 'corrupt', text }
  const claim = toClaim(fields)
  return claim ? { claim } : { unreadable: 'corrupt', text }
}

function toClaim(fields: ReadonlyMap<string, string>): Claim | undefined {
  const word = (name: string): string => fields.get(name) ?? ''
  const count = (name: string): number => (/^\d{1,15}$/.test(word(name)) ? Number(word(name)) : Number.NaN)
  const claim: Claim = {
    id: word('id'),
    generation: count('g'),
    state: count('i'),
    highest: count('hi'),
    status: word('st') as ClaimStatus,
    nonce: word('x'),
    originalDigest: word('d'),
    planDigest: word('pd'),
    writtenAt: count('t'),
  }
  const numbers = [claim.generation, claim.state, claim.highest, claim.writtenAt]
  const words = [claim.id, claim.nonce, claim.originalDigest, claim.planDigest]
  const whole =
    numbers.every((number) => !Number.isNaN(number)) &&
    words.every((each) => /^[\w-]+$/.test(each)) &&
    ['active', 'rolledback', 'done'].includes(claim.status)
  return whole ? claim : undefined
}
