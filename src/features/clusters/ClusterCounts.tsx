/** A cluster's status and counts on one line. */
import Box from '@cloudscape-design/components/box'
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { problemWords } from '../../widgets/problem/problem-words.ts'
import { StatusBadge } from '../../widgets/status-badge/StatusBadge.tsx'
import { ClusterStatus } from './ClusterStatus.tsx'

const words = {
  services: { en: '{n, number} services', ko: '서비스 {n, number}개' },
  running: { en: '{n, number} tasks running', ko: '실행 중인 태스크 {n, number}개' },
  pending: { en: '{n, number} pending', ko: '대기 중 {n, number}개' },
  instances: { en: '{n, number} container instances', ko: '컨테이너 인스턴스 {n, number}개' },
} satisfies Record<string, Text>

const line = { display: 'flex', flexWrap: 'wrap', gap: '2px 16px' } as const

/** Says nothing until the counts are known. A failure is one line here: the page below says more. */
export function ClusterCounts({ cluster, error }: { cluster: Cluster | undefined; error: unknown }) {
  const say = useText()
  if (!cluster) {
    return error !== null ? <StatusBadge tone="warning">{problemWords(say, error).title}</StatusBadge> : null
  }
  return (
    <div style={line}>
      <ClusterStatus status={cluster.status} />
      <Count text={words.services} n={cluster.activeServices} />
      <Count text={words.running} n={cluster.runningTasks} />
      <Count text={words.pending} n={cluster.pendingTasks} />
      <Count text={words.instances} n={cluster.containerInstances} />
    </div>
  )
}

function Count({ text, n }: { text: Text; n: number }) {
  const say = useText()
  return (
    <Box variant="span" color="text-body-secondary">
      {say(text, { n })}
    </Box>
  )
}
