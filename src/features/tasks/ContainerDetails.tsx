/** One container of a task: what it runs, what the task definition asks of it, and the end of its log. */
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { logLocation } from '../../core/ecs/log-location.ts'
import type { ContainerDefinition, TaskDefinition } from '../../core/ecs/task-definition.ts'
import type { Container, Task } from '../../core/ecs/task.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { LogStream } from '../../widgets/log-stream/LogStream.tsx'

const words = {
  image: { en: 'Image', ko: '이미지' },
  digest: { en: 'Image digest', ko: '이미지 다이제스트' },
  runtime: { en: 'Runtime ID', ko: '런타임 ID' },
  reason: { en: 'Reason', ko: '사유' },
  ips: { en: 'Private IPs', ko: '프라이빗 IP' },
  reserved: { en: 'Memory reserved (MiB)', ko: '예약 메모리(MiB)' },
  limit: { en: 'Memory limit (MiB)', ko: '메모리 제한(MiB)' },
  essential: { en: 'Essential', ko: '필수' },
  yes: { en: 'Yes: the task stops when it ends', ko: '예: 종료되면 태스크도 중지됩니다' },
  no: { en: 'No', ko: '아니요' },
  health: { en: 'Health check', ko: '상태 확인' },
  healthTimes: {
    en: 'every {interval} s, at most {timeout} s, unhealthy after {retries} failures',
    ko: '{interval}초마다, 제한 시간 {timeout}초, {retries}번 실패하면 비정상',
  },
  stopTimeout: { en: 'Stop timeout', ko: '중지 제한 시간' },
  seconds: { en: '{n} s', ko: '{n}초' },
  mounts: { en: 'Mounts', ko: '마운트' },
  dependsOn: { en: 'Starts after', ko: '시작 조건' },
} satisfies Record<string, Text>

interface ContainerDetailsProps {
  task: Task
  container: Container
  definition: TaskDefinition | undefined
}

export function ContainerDetails({ task, container, definition }: ContainerDetailsProps) {
  const say = useText()
  const own = definition?.containers.find(({ name }) => name === container.name)
  const where = own && logLocation(own.logConfiguration, container, task.id)
  return (
    <SpaceBetween size="l">
      <KeyValues items={[...useRuntimeFacts(container), ...useDefinedFacts(own)]} />
      {where?.location && (
        <LogStream location={where.location} endedAt={task.executionStoppedAt ?? task.stoppedAt} />
      )}
      {where?.whyNot && <Box color="text-body-secondary">{say(where.whyNot)}</Box>}
    </SpaceBetween>
  )
}

function useRuntimeFacts(container: Container): KeyValue[] {
  const say = useText()
  const copied = (text: string | undefined, label: Text) =>
    text && <CopyText text={text} label={say(label)} />
  return [
    { label: words.image, value: copied(container.image, words.image) },
    { label: words.digest, value: copied(container.imageDigest, words.digest) },
    { label: words.runtime, value: copied(container.runtimeId, words.runtime) },
    { label: words.reason, value: container.reason },
    { label: words.ips, value: container.privateIps.join(', ') },
  ]
}

/** What only the task definition says; nothing until it is read. */
function useDefinedFacts(own: ContainerDefinition | undefined): KeyValue[] {
  const say = useText()
  if (!own) return []
  const { healthCheck, mountPoints, dependsOn, stopTimeoutSeconds } = own
  return [
    { label: words.essential, value: say(own.essential ? words.yes : words.no) },
    { label: words.limit, value: own.memory },
    { label: words.reserved, value: own.memoryReservation },
    {
      label: words.health,
      value: healthCheck && (
        <>
          <Box variant="code">{healthCheck.command.join(' ')}</Box>
          <div>
            {say(words.healthTimes, {
              interval: healthCheck.intervalSeconds,
              timeout: healthCheck.timeoutSeconds,
              retries: healthCheck.retries,
            })}
          </div>
        </>
      ),
    },
    {
      label: words.stopTimeout,
      // ECS's default, on Fargate and on instances that set none of their own.
      value: say(words.seconds, { n: stopTimeoutSeconds ?? 30 }),
    },
    {
      label: words.mounts,
      value:
        mountPoints.length === 0
          ? undefined
          : mountPoints.map(({ sourceVolume = '', containerPath = '', readOnly }) => (
              <div key={containerPath}>{`${sourceVolume} → ${containerPath}${readOnly ? ' (ro)' : ''}`}</div>
            )),
    },
    {
      label: words.dependsOn,
      value: dependsOn.map(({ containerName, condition }) => `${containerName} ${condition}`).join(', '),
    },
  ]
}
