import { describe, expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import type { RecordSet } from './record-set.ts'
import { recordSentence } from './record-words.ts'

const base = { Name: 'www.example.com.' }
const values = (...all: string[]) => ({ ResourceRecords: all.map((Value) => ({ Value })) })
const alias = (EvaluateTargetHealth: boolean) => ({
  AliasTarget: { HostedZoneId: 'Z1', DNSName: 'lb.example.net.', EvaluateTargetHealth },
})

describe('a record set in one sentence', () => {
  it.each<[RecordSet, string]>([
    [
      { ...base, Type: 'A', TTL: 3600, ...values('192.0.2.1', '192.0.2.2') },
      'A: clients are sent to 192.0.2.1, 192.0.2.2; resolvers remember it for up to 3,600 s.',
    ],
    [
      { ...base, Type: 'CNAME', TTL: 60, ...values('a.example.net.') },
      'CNAME: another name for a.example.net; resolvers remember it for up to 60 s.',
    ],
    [
      { ...base, Type: 'A', ...alias(false) },
      'A: an alias of lb.example.net; Route 53 answers with its addresses.',
    ],
    [
      { ...base, Type: 'AAAA', ...alias(true) },
      'AAAA: an alias of lb.example.net; Route 53 answers with its addresses while it is healthy.',
    ],
    [
      { ...base, Type: 'HTTPS', TTL: 300, ...values('1 . alpn=h2') },
      'HTTPS: tells browsers how to connect (1 . alpn=h2); resolvers remember it for up to 300 s.',
    ],
    [
      { ...base, Type: 'MX', TTL: 300, ...values('10 a.', '20 b.') },
      'MX: 2 values; not about where clients connect, left as it is.',
    ],
    [{ ...base, Type: 'A', TrafficPolicyInstanceId: 'tp-1' }, 'A: owned by traffic policy instance tp-1.'],
  ])('%j', (record, sentence) => {
    expect(translate('en', recordSentence(record))).toBe(sentence)
    expect(translate('ko', recordSentence(record))).toMatch(/[가-힣]/)
  })
})
