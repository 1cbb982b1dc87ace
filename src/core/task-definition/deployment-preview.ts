/** What updating a service to a revision starts, before it is asked for. */
import type { Message, Text } from '../../i18n/text.ts'
import type { Service } from '../ecs/service.ts'
import { nameOfArn } from './revision.ts'

const words = {
  nothing: {
    en: 'Nothing starts: {service} runs {name} already. A deployment can be forced.',
    ko: '시작되는 것이 없습니다. {service}는 이미 {name}을(를) 실행 중입니다. 배포를 강제할 수 있습니다.',
  },
  starts: {
    en: 'A deployment starts: {service} goes from {before} to {name}.',
    ko: '배포가 시작됩니다. {service}가 {before}에서 {name}(으)로 바뀝니다.',
  },
  forced: {
    en: 'A deployment starts although {service} runs {name} already: every task is replaced.',
    ko: '{service}가 이미 {name}을(를) 실행 중이지만 배포가 시작되어 모든 태스크가 교체됩니다.',
  },
  rolling: {
    en: 'ECS replaces {desired, plural, one {# task} other {# tasks}}: at least {least} stay running, at most {most} run at a time.',
    ko: 'ECS가 태스크 {desired}개를 교체합니다. 최소 {least}개가 계속 실행되고 동시에 최대 {most}개까지 실행됩니다.',
  },
  daemon: {
    en: 'ECS replaces the task on each instance.',
    ko: 'ECS가 인스턴스마다 태스크를 교체합니다.',
  },
  none: {
    en: 'The service wants no tasks: the revision is used as soon as it does.',
    ko: '서비스의 원하는 태스크 수가 0입니다. 태스크를 늘리면 이 개정이 사용됩니다.',
  },
  stuck: {
    en: 'With these percentages ECS may neither stop nor start a task: the deployment cannot make progress.',
    ko: '이 비율로는 ECS가 태스크를 중지하지도 시작하지도 못해 배포가 진행되지 않습니다.',
  },
  breaker: {
    en: 'The circuit breaker ends a deployment that fails{rollback, select, true { and goes back} other {, without going back}}.',
    ko: '회로 차단기가 실패한 배포를 끝{rollback, select, true {내고 이전 개정으로 되돌립니다} other {내지만 되돌리지는 않습니다}}.',
  },
  noBreaker: {
    en: 'No circuit breaker: a deployment that fails goes on trying until somebody ends it.',
    ko: '회로 차단기가 없어 실패한 배포는 누군가 끝낼 때까지 계속 시도합니다.',
  },
  moving: {
    en: 'Another deployment is under way ({before}): this one takes its place.',
    ko: '다른 배포({before})가 진행 중이며 이 배포가 대신합니다.',
  },
} satisfies Record<string, Text>

export interface DeploymentPreview {
  /** False when the update would start nothing. */
  starts: boolean
  lines: Message[]
  /** True when it is bound to stand still. */
  isStuck: boolean
}

type Updated = Pick<
  Service,
  | 'name'
  | 'taskDefinitionArn'
  | 'desiredCount'
  | 'schedulingStrategy'
  | 'minimumHealthyPercent'
  | 'maximumPercent'
  | 'circuitBreaker'
  | 'deployments'
>

/** `force`: forceNewDeployment. */
export function previewDeployment(service: Updated, arn: string, force: boolean): DeploymentPreview {
  const values = { service: service.name, before: nameOfArn(service.taskDefinitionArn), name: nameOfArn(arn) }
  const isSame = service.taskDefinitionArn === arn
  if (isSame && !force) return { starts: false, lines: [{ text: words.nothing, values }], isStuck: false }
  const { lines, isStuck } = pace(service)
  const isMoving = service.deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS')
  return {
    starts: true,
    isStuck,
    lines: [
      { text: isSame ? words.forced : words.starts, values },
      ...(isMoving ? [{ text: words.moving, values }] : []),
      ...lines,
      service.circuitBreaker?.enable
        ? { text: words.breaker, values: { rollback: String(service.circuitBreaker.rollback) } }
        : { text: words.noBreaker },
    ],
  }
}

/** The minimum is rounded up, the maximum down. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */
function pace(service: Updated): Pick<DeploymentPreview, 'lines' | 'isStuck'> {
  const { desiredCount: desired, schedulingStrategy } = service
  if (schedulingStrategy === 'DAEMON') return { lines: [{ text: words.daemon }], isStuck: false }
  if (desired === 0) return { lines: [{ text: words.none }], isStuck: false }
  const least = Math.ceil((desired * (service.minimumHealthyPercent ?? 100)) / 100)
  const most = Math.floor((desired * (service.maximumPercent ?? 200)) / 100)
  const isStuck = least >= desired && most <= desired
  const rolling: Message = { text: words.rolling, values: { desired, least, most } }
  return { lines: [rolling, ...(isStuck ? [{ text: words.stuck }] : [])], isStuck }
}
