/** One container: what runs, how much it takes, its ports, variables, mounts and health. */
import Box from '@cloudscape-design/components/box'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Multiselect from '@cloudscape-design/components/multiselect'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Toggle from '@cloudscape-design/components/toggle'
import type { ContainerDefinition } from '../../../core/task-definition/definition.ts'
import type { JsonPath } from '../../../core/task-definition/json.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CommitField } from './CommitField.tsx'
import { findingsAt, usePicture } from './definition-context.ts'
import {
  addDependency,
  removeContainer,
  removeDependency,
  renameContainer,
  setNumber,
  setText,
  setWords,
} from './edits.ts'
import { EnvironmentRows } from './EnvironmentRows.tsx'
import { Folded } from './Folded.tsx'
import { HealthFields } from './HealthFields.tsx'
import { MountRows } from './MountRows.tsx'
import { PortRows } from './PortRows.tsx'

const words = {
  unnamed: { en: 'Container without a name', ko: '이름 없는 컨테이너' },
  name: { en: 'Name', ko: '이름' },
  image: { en: 'Image', ko: '이미지' },
  essential: { en: 'Essential: the task stops with it', ko: '필수: 종료되면 태스크도 중지' },
  cpu: { en: 'CPU', ko: 'CPU' },
  units: { en: 'units', ko: '단위' },
  memory: { en: 'Memory limit', ko: '메모리 한도' },
  reservation: { en: 'Memory reserved', ko: '메모리 예약' },
  command: { en: 'Command, one word a line', ko: '명령(한 줄에 한 단어)' },
  after: { en: 'Starts after', ko: '다음 컨테이너 이후에 시작' },
  ports: { en: 'Ports ({n})', ko: '포트({n})' },
  environment: { en: 'Environment ({n})', ko: '환경 변수({n})' },
  mounts: { en: 'Mounts ({n})', ko: '마운트({n})' },
  health: { en: 'Health check: {state}', ko: '상태 확인: {state}' },
  none: { en: 'none', ko: '없음' },
  actions: { en: 'Actions of {name}', ko: '{name} 작업' },
  toText: { en: 'Go to the text', ko: '텍스트로 이동' },
  remove: { en: 'Remove', ko: '제거' },
  errors: { en: '{n, plural, one {# error} other {# errors}}', ko: '오류 {n}건' },
  warnings: { en: '{n, plural, one {# warning} other {# warnings}}', ko: '경고 {n}건' },
  notes: { en: '{n, plural, one {# note} other {# notes}}', ko: '참고 {n}건' },
  fine: { en: 'No problems', ko: '문제 없음' },
} satisfies Record<string, Text>

interface Props {
  container: ContainerDefinition
  index: number
}

export function ContainerCard({ container, index }: Props) {
  const say = useText()
  const { definition, change, reveal } = usePicture()
  const path: JsonPath = ['containerDefinitions', index]
  const { name = '', image = '', essential = true } = container
  const commit = (key: keyof ContainerDefinition) => (text: string) => {
    change(setText([...path, key], text))
    return true
  }
  return (
    <Container
      header={
        <Header
          variant="h3"
          description={<State path={path} />}
          actions={
            <ButtonDropdown
              variant="icon"
              ariaLabel={say(words.actions, { name })}
              items={[
                { id: 'text', text: say(words.toText) },
                { id: 'remove', text: say(words.remove) },
              ]}
              onItemClick={({ detail }) =>
                detail.id === 'text' ? reveal(path) : change(removeContainer(definition, index))
              }
            />
          }
        >
          {name === '' ? say(words.unnamed) : name}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <div className="visual-grid">
          <CommitField
            label={say(words.name)}
            text={name}
            onCommit={(text) => {
              change(renameContainer(definition, index, text))
              return true
            }}
          />
          <div className="visual-wide">
            <CommitField label={say(words.image)} text={image} onCommit={commit('image')} />
          </div>
          <NumberField
            label={say(words.cpu)}
            unit={say(words.units)}
            path={[...path, 'cpu']}
            value={container.cpu}
          />
          <NumberField
            label={say(words.memory)}
            unit="MiB"
            path={[...path, 'memory']}
            value={container.memory}
          />
          <NumberField
            label={say(words.reservation)}
            unit="MiB"
            path={[...path, 'memoryReservation']}
            value={container.memoryReservation}
          />
          <StartsAfter container={container} />
        </div>
        <Toggle
          checked={essential}
          onChange={({ detail }) => change([{ path: [...path, 'essential'], value: detail.checked }])}
        >
          {say(words.essential)}
        </Toggle>
        <Details container={container} path={path} />
      </SpaceBetween>
    </Container>
  )
}

function Details({ container, path }: { container: ContainerDefinition; path: JsonPath }) {
  const say = useText()
  const { change } = usePicture()
  const { command, portMappings = [], environment = [], mountPoints = [], healthCheck } = container
  return (
    <div>
      <Folded header={say(words.ports, { n: portMappings.length })}>
        <PortRows path={path} ports={container.portMappings} />
      </Folded>
      <Folded header={say(words.environment, { n: environment.length })}>
        <EnvironmentRows path={path} container={container} />
      </Folded>
      <Folded header={say(words.mounts, { n: mountPoints.length })}>
        <MountRows path={path} mounts={container.mountPoints} />
      </Folded>
      <Folded
        header={say(words.health, {
          state: healthCheck?.command?.slice(1).join(' ') ?? say(words.none),
        })}
      >
        <HealthFields path={[...path, 'healthCheck']} check={healthCheck} />
      </Folded>
      <Folded header={say(words.command)}>
        <CommitField
          ariaLabel={say(words.command)}
          rows={3}
          text={(command ?? []).join('\n')}
          onCommit={(text) => {
            change(setWords([...path, 'command'], text))
            return true
          }}
        />
      </Folded>
    </div>
  )
}

function NumberField({
  label,
  unit,
  path,
  value,
}: {
  label: string
  unit: string
  path: JsonPath
  value: number | undefined
}) {
  const { change } = usePicture()
  return (
    <CommitField
      label={label}
      unit={unit}
      isNumber
      text={value === undefined ? '' : String(value)}
      onCommit={(text) => {
        const changes = setNumber(path, text)
        if (changes) change(changes)
        return changes !== undefined
      }}
    />
  )
}

/** The same as the arrows of the picture below, for the keyboard. */
function StartsAfter({ container }: { container: ContainerDefinition }) {
  const say = useText()
  const { definition, change } = usePicture()
  const { name = '' } = container
  const others = (definition.containerDefinitions ?? []).flatMap((other) =>
    other.name === undefined || other.name === name ? [] : [other.name],
  )
  const chosen = (container.dependsOn ?? []).map(({ containerName = '' }) => containerName)
  if (others.length === 0 && chosen.length === 0) return null
  return (
    <div className="visual-whole">
      <FormField label={say(words.after)} stretch>
        <Multiselect
          selectedOptions={chosen.map((value) => ({ value, label: value }))}
          options={[...new Set([...others, ...chosen])].map((value) => ({ value, label: value }))}
          placeholder={say(words.none)}
          inlineTokens
          onChange={({ detail }) => {
            const wanted = detail.selectedOptions.map(({ value = '' }) => value)
            const added = wanted.find((each) => !chosen.includes(each))
            const removed = chosen.find((each) => !wanted.includes(each))
            if (added !== undefined) change(addDependency(definition, name, added))
            if (removed !== undefined) change(removeDependency(definition, name, removed))
          }}
        />
      </FormField>
    </div>
  )
}

function State({ path }: { path: JsonPath }) {
  const say = useText()
  const { findings } = usePicture()
  const here = findingsAt(findings, path)
  const errors = here.filter(({ severity }) => severity === 'error').length
  const warnings = here.filter(({ severity }) => severity === 'warning').length
  if (errors > 0) return <StatusIndicator type="error">{say(words.errors, { n: errors })}</StatusIndicator>
  if (warnings > 0)
    return <StatusIndicator type="warning">{say(words.warnings, { n: warnings })}</StatusIndicator>
  if (here.length > 0)
    return <StatusIndicator type="info">{say(words.notes, { n: here.length })}</StatusIndicator>
  return (
    <Box variant="span">
      <StatusIndicator type="success">{say(words.fine)}</StatusIndicator>
    </Box>
  )
}
