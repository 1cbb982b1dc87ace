/** Where a container's log lines are, from its task definition: the log group and the one stream of this container. */
import type { Message, Text } from '../../i18n/text.ts'

export interface LogConfiguration {
  logDriver: string
  options: Record<string, string>
}

export interface LogLocation {
  group: string
  /** May differ from the Region of the task. */
  region?: string
  stream: string
}

/** Where the lines are, or why this console cannot show them. */
export type LogWhere =
  | { location: LogLocation; whyNot?: undefined }
  | { location?: undefined; whyNot: Message }

const words = {
  none: {
    en: 'The task definition sets no log driver for this container; its output stays on the container instance.',
    ko: '태스크 정의에 이 컨테이너의 로그 드라이버가 없습니다. 출력은 컨테이너 인스턴스에만 남습니다.',
  },
  other: {
    en: 'The log driver is {driver}; only awslogs writes to CloudWatch Logs.',
    ko: '로그 드라이버가 {driver}입니다. awslogs만 CloudWatch Logs에 기록합니다.',
  },
  noGroup: {
    en: 'The log configuration names no awslogs-group.',
    ko: '로그 구성에 awslogs-group이 없습니다.',
  },
  notStarted: {
    en: 'Without awslogs-stream-prefix the stream is named after the container’s runtime id, and this container never started.',
    ko: 'awslogs-stream-prefix가 없으면 스트림 이름은 컨테이너의 런타임 ID인데, 이 컨테이너는 시작된 적이 없습니다.',
  },
} satisfies Record<string, Text>

/**
 * awslogs names the stream `prefix/container/task-id`, or by the container's runtime id when no prefix is set.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
 */
export function logLocation(
  configuration: LogConfiguration | undefined,
  container: { name: string; runtimeId?: string },
  taskId: string,
): LogWhere {
  if (!configuration) return { whyNot: { text: words.none } }
  const { logDriver, options } = configuration
  if (logDriver !== 'awslogs') return { whyNot: { text: words.other, values: { driver: logDriver } } }
  const group = options['awslogs-group']
  if (!group) return { whyNot: { text: words.noGroup } }
  const prefix = options['awslogs-stream-prefix']
  const stream = prefix ? `${prefix}/${container.name}/${taskId}` : container.runtimeId
  if (!stream) return { whyNot: { text: words.notStarted } }
  return { location: { group, region: options['awslogs-region'], stream } }
}
