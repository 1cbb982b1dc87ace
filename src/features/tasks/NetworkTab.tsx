/** How a task is reached: its network interface, or the host ports bound for its containers. */
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import type { Task } from '../../core/ecs/task.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'

const words = {
  interface: { en: 'Network', ko: '네트워크' },
  mode: { en: 'Network mode', ko: '네트워크 모드' },
  ip: { en: 'Private IP', ko: '프라이빗 IP' },
  eni: { en: 'Network interface', ko: '네트워크 인터페이스' },
  subnet: { en: 'Subnet', ko: '서브넷' },
  mac: { en: 'MAC address', ko: 'MAC 주소' },
  zone: { en: 'Availability Zone', ko: '가용 영역' },
  bindings: { en: 'Port bindings', ko: '포트 바인딩' },
  container: { en: 'Container', ko: '컨테이너' },
  containerPort: { en: 'Container port', ko: '컨테이너 포트' },
  hostPort: { en: 'Host port', ko: '호스트 포트' },
  protocol: { en: 'Protocol', ko: '프로토콜' },
  bindIp: { en: 'Bound to', ko: '바인딩 주소' },
  none: { en: 'No port bindings', ko: '포트 바인딩 없음' },
  ownInterface: {
    en: 'The task has its own network interface: its containers are reached at the private IP and their container ports.',
    ko: '태스크에 자체 네트워크 인터페이스가 있습니다. 프라이빗 IP와 컨테이너 포트로 접근합니다.',
  },
  noneWhy: {
    en: 'Its containers map no ports, or none has started.',
    ko: '포트를 매핑하지 않았거나 아직 시작된 컨테이너가 없습니다.',
  },
} satisfies Record<string, Text>

interface Binding {
  key: string
  container: string
  containerPort?: number
  hostPort?: number
  protocol?: string
  bindIP?: string
}

function bindingsOf(task: Task): Binding[] {
  return task.containers.flatMap(({ name, networkBindings }) =>
    networkBindings.map((binding) => ({
      ...binding,
      key: [name, binding.protocol, binding.hostPort, binding.bindIP].join(),
      container: name,
    })),
  )
}

const copied = (text: string | undefined, label: string) => text && <CopyText text={text} label={label} />

/** `networkMode` from the task definition, once it is known. */
export function NetworkTab({ task, networkMode }: { task: Task; networkMode: string | undefined }) {
  const say = useText()
  const awsvpc = task.eniId !== undefined
  const facts: KeyValue[] = [
    { label: words.mode, value: networkMode ?? (awsvpc ? 'awsvpc' : undefined) },
    { label: words.ip, value: copied(task.privateIp, say(words.ip)) },
    { label: words.zone, value: task.availabilityZone },
    ...(awsvpc
      ? [
          { label: words.eni, value: copied(task.eniId, say(words.eni)) },
          { label: words.subnet, value: copied(task.subnetId, say(words.subnet)) },
          { label: words.mac, value: task.macAddress },
        ]
      : []),
  ]
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{say(words.interface)}</Header>}>
        <KeyValues items={facts} />
      </Container>
      <BindingsTable bindings={bindingsOf(task)} why={awsvpc ? words.ownInterface : words.noneWhy} />
    </SpaceBetween>
  )
}

const number = (value: number | undefined) => <NumberCell>{value ?? '–'}</NumberCell>

function BindingsTable({ bindings, why }: { bindings: readonly Binding[]; why: Text }) {
  const say = useText()
  return (
    <Table<Binding>
      header={
        <Header variant="h2" counter={`(${String(bindings.length)})`}>
          {say(words.bindings)}
        </Header>
      }
      items={bindings}
      trackBy="key"
      ariaLabels={{ tableLabel: say(words.bindings) }}
      empty={
        <Box textAlign="center" color="inherit">
          <b>{say(words.none)}</b>
          <Box variant="p" color="inherit">
            {say(why)}
          </Box>
        </Box>
      }
      columnDefinitions={[
        {
          id: 'container',
          header: say(words.container),
          isRowHeader: true,
          cell: (binding) => binding.container,
        },
        {
          id: 'containerPort',
          header: <NumberCell>{say(words.containerPort)}</NumberCell>,
          cell: (binding) => number(binding.containerPort),
        },
        {
          id: 'hostPort',
          header: <NumberCell>{say(words.hostPort)}</NumberCell>,
          cell: (binding) => number(binding.hostPort),
        },
        { id: 'protocol', header: say(words.protocol), cell: (binding) => binding.protocol ?? 'tcp' },
        { id: 'bindIp', header: say(words.bindIp), cell: (binding) => binding.bindIP ?? '–' },
      ]}
    />
  )
}
