/** A cluster's tasks by where they run, from the statistics of DescribeClusters. */
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { Text } from '../../i18n/text.ts'
import { useLocale, useText } from '../../i18n/use-text.ts'
import { KeyValues } from '../../ui/KeyValues.tsx'

const words = {
  fargate: { en: 'On Fargate', ko: 'Fargate' },
  ec2: { en: 'On EC2', ko: 'EC2' },
  external: { en: 'External', ko: 'External' },
  instances: { en: 'Container instances', ko: '컨테이너 인스턴스' },
  counts: { en: '{running} running, {pending} pending', ko: '실행 중 {running}개, 대기 중 {pending}개' },
} satisfies Record<string, Text>

const kinds = ['Fargate', 'EC2', 'External'] as const
const labels: Record<(typeof kinds)[number], Text> = {
  Fargate: words.fargate,
  EC2: words.ec2,
  External: words.external,
}

export function ClusterCounts({ cluster }: { cluster: Cluster }) {
  const say = useText()
  const locale = useLocale()
  const counted = kinds
    .map((kind) => ({
      kind,
      running: cluster.statistics[`running${kind}TasksCount`] ?? 0,
      pending: cluster.statistics[`pending${kind}TasksCount`] ?? 0,
    }))
    // External instances are rare: no line for them where there are none.
    .filter(({ kind, running, pending }) => kind !== 'External' || running + pending > 0)
  return (
    <KeyValues
      columns={4}
      items={[
        ...counted.map(({ kind, running, pending }) => ({
          label: labels[kind],
          value: say(words.counts, {
            running: running.toLocaleString(locale),
            pending: pending.toLocaleString(locale),
          }),
        })),
        { label: words.instances, value: cluster.containerInstances.toLocaleString(locale) },
      ]}
    />
  )
}
