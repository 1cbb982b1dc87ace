/** Parts of a record set as tables show them: its name, its values, its routing. */
import { shownName } from '../../../core/dns/name.ts'
import { type RecordSet, valuesOf } from '../../../core/dns/record-set.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'

const words = {
  alias: { en: 'alias of {target}', ko: '{target}의 별칭' },
  evaluated: { en: 'health evaluated', ko: '대상 상태 평가' },
  weight: { en: 'weight {weight}', ko: '가중치 {weight}' },
  simple: { en: 'simple', ko: '단순' },
  absent: { en: 'not there', ko: '없음' },
} satisfies Record<string, Text>

type Say = ReturnType<typeof useText>

/** They have places of their own. */
const shownElsewhere: readonly string[] = ['Name', 'Type', 'TTL', 'ResourceRecords', 'AliasTarget']

/** All members of a routing policy but the identifier and the weight, in AWS's words. */
export function routingOf(record: RecordSet, say: Say): string {
  const { SetIdentifier, Weight, ...others } = record
  const parts = [
    ...(Weight === undefined ? [] : [say(words.weight, { weight: Weight })]),
    ...(SetIdentifier === undefined ? [] : [SetIdentifier]),
    ...Object.entries(others)
      .filter(([name]) => !shownElsewhere.includes(name))
      .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ]
  return parts.length > 0 ? parts.join(' · ') : say(words.simple)
}

export function RecordValues({ record }: { record: RecordSet }) {
  const say = useText()
  const { AliasTarget: alias } = record
  if (alias)
    return (
      <>
        <code>{say(words.alias, { target: shownName(alias.DNSName) })}</code>
        {alias.EvaluateTargetHealth && <> · {say(words.evaluated)}</>}
      </>
    )
  return valuesOf(record).map((value) => (
    <div key={value}>
      <code>{value}</code>
    </div>
  ))
}

export function RecordName({ record }: { record: RecordSet }) {
  return (
    <>
      <code>{shownName(record.Name)}</code> {record.Type}
    </>
  )
}

/** One record set without its name: its values over its routing and TTL. */
export function RecordCell({ record }: { record: RecordSet | undefined }) {
  const say = useText()
  if (!record) return say(words.absent)
  return (
    <>
      <RecordValues record={record} />
      <div>
        {routingOf(record, say)}
        {record.TTL !== undefined && <> · TTL {record.TTL}</>}
      </div>
    </>
  )
}
