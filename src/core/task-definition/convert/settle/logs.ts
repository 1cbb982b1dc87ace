/** Gives each container a place for its logs. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import { ask, note } from '../work.ts'
import type { Settling } from './settle.ts'

const onFargate = ['awslogs', 'splunk', 'awsfirelens']
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const onInstances = [...onFargate, 'fluentd', 'gelf', 'json-file', 'journald', 'syslog']

const words = {
  ask: { en: 'Where do the logs go?', ko: '로그를 어디로 보낼까요?' },
  why: {
    en: 'A container of ECS keeps no logs that you can read, unless a log driver sends them somewhere.',
    ko: '로그 드라이버로 보내지 않으면 ECS 컨테이너의 로그는 볼 수 없습니다.',
  },
  group: { en: 'Log group', ko: '로그 그룹' },
  whyGroup: {
    en: 'It must exist before the task starts.',
    ko: '태스크를 시작하기 전에 있어야 합니다.',
  },
  region: { en: 'Region of the log group', ko: '로그 그룹의 리전' },
  driver: {
    en: 'The log driver {driver} does not exist here: awslogs takes its place.',
    ko: '여기에는 로그 드라이버 {driver}이(가) 없어 awslogs로 바꿉니다.',
  },
  dropped: {
    en: 'The log driver {driver} does not exist here: it is left out.',
    ko: '여기에는 로그 드라이버 {driver}이(가) 없어 제외했습니다.',
  },
  filled: {
    en: 'awslogs also needs {names}, which the source leaves out.',
    ko: 'awslogs에는 {names}도 필요하지만 원본에 없어 채웠습니다.',
  },
} satisfies Record<string, Text>

export function settleLogs(settling: Settling): void {
  const { draft, place } = settling
  const hasRouter = draft.containers.some(({ firelensConfiguration }) => firelensConfiguration)
  // Without a container that routes them, logs for awsfirelens go nowhere.
  const usable = (place.isForFargate ? onFargate : onInstances).filter(
    (driver) => driver !== 'awsfirelens' || hasRouter,
  )
  for (const [index, container] of draft.containers.entries()) {
    const driver = container.logConfiguration?.logDriver
    if (driver === 'awslogs') complete(settling, container, index)
    else if (driver === undefined || !usable.includes(driver)) replace(settling, container, index, driver)
  }
}

function replace(
  settling: Settling,
  container: ContainerDefinition,
  index: number,
  driver: string | undefined,
): void {
  const { work, draft } = settling
  const at = `${container.name}.logConfiguration`
  const choice = ask(work, {
    id: 'logs',
    text: words.ask,
    why: words.why,
    options: [
      { value: 'awslogs', label: { en: 'CloudWatch Logs', ko: 'CloudWatch Logs' } },
      { value: 'none', label: { en: 'nowhere', ko: '보내지 않음' } },
    ],
    suggested: 'awslogs',
    paths: [['containerDefinitions', index, 'logConfiguration']],
  })
  if (choice === 'none') {
    if (driver !== undefined) note(work, 'lost', at, words.dropped, { driver })
    delete container.logConfiguration
    return
  }
  if (driver !== undefined) note(work, 'changed', at, words.driver, { driver })
  container.logConfiguration = {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': groupFor(settling, index),
      'awslogs-region': regionFor({ work, draft }, index),
      'awslogs-stream-prefix': container.name ?? '',
    },
  }
}

/** Region and group are always needed, the prefix on Fargate. */
function complete(settling: Settling, container: ContainerDefinition, index: number): void {
  const options: Record<string, string> = { ...container.logConfiguration?.options }
  const filled: string[] = []
  const fill = (name: string, value: () => string): void => {
    if (options[name]) return
    filled.push(name)
    options[name] = value()
  }
  fill('awslogs-group', () => groupFor(settling, index))
  fill('awslogs-region', () => regionFor(settling, index))
  if (settling.place.isForFargate) fill('awslogs-stream-prefix', () => container.name ?? '')
  if (filled.length > 0)
    note(settling.work, 'changed', `${container.name}.logConfiguration`, words.filled, {
      names: filled.join(', '),
    })
  container.logConfiguration = { ...container.logConfiguration, logDriver: 'awslogs', options }
}

function groupFor({ work, place }: Settling, index: number): string {
  const suggested = `/ecs/${place.family}`
  const group = ask(work, {
    id: 'logGroup',
    text: words.group,
    why: words.whyGroup,
    suggested,
    form: /^[\w/.#-]{1,512}$/,
    paths: [['containerDefinitions', index, 'logConfiguration']],
  })
  return group ?? suggested
}

function regionFor({ work, draft }: Pick<Settling, 'work' | 'draft'>, index: number): string {
  const suggested = regionIn(draft.containers) ?? draft.hints.region ?? 'us-east-1'
  const region = ask(work, {
    id: 'region',
    text: words.region,
    suggested,
    form: /^[a-z]{2}(?:-[a-z]+)+-\d$/,
    paths: [['containerDefinitions', index, 'logConfiguration']],
  })
  return region ?? suggested
}

/** Of an image in ECR, or of a log group that is named. */
function regionIn(containers: readonly ContainerDefinition[]): string | undefined {
  for (const { image = '', logConfiguration } of containers) {
    const [, fromImage] = /\.dkr\.ecr\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\./.exec(image) ?? []
    const found =
      fromImage ?? /^[a-z]{2}(?:-[a-z]+)+-\d$/.exec(logConfiguration?.options?.['awslogs-region'] ?? '')?.[0]
    if (found !== undefined) return found
  }
  return undefined
}
