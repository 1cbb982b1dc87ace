/** What AWS writes into service events and what it means. First match wins. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
import type { Text } from '../../i18n/text.ts'
import type { EventTone } from './service-event.ts'

export interface EventCause {
  code: string
  tone: EventTone
  /** Named groups become values of the texts; `instance` is always there (the container instance named, shortened). */
  pattern: RegExp
  /** For a table cell; every warning and problem has it. */
  short?: Text
  means?: Text
  advice?: Text
}

const placement: EventCause[] = [
  {
    code: 'placement-port',
    tone: 'bad',
    short: { en: 'Host port taken on every instance', ko: '모든 인스턴스에서 호스트 포트 사용 중' },
    pattern: /unable to place a task.*(already using a port|RESOURCE:PORTS)/,
    means: {
      en: 'A task cannot be placed: it wants a fixed host port, and on every container instance that port is taken (closest: {instance}).',
      ko: '태스크를 배치할 수 없습니다. 고정 호스트 포트가 필요한데 모든 컨테이너 인스턴스에서 이미 사용 중입니다(가장 가까운 인스턴스: {instance}).',
    },
    advice: {
      en: 'Use a dynamic host port (hostPort 0) behind the load balancer, add a container instance, or lower the minimum healthy percent so that ECS may stop an old task first.',
      ko: '로드 밸런서 뒤에서 동적 호스트 포트(hostPort 0)를 사용하거나, 컨테이너 인스턴스를 추가하거나, 최소 정상 비율을 낮춰 이전 태스크를 먼저 중지할 수 있게 하세요.',
    },
  },
  {
    code: 'placement-memory',
    tone: 'bad',
    short: { en: 'No instance with enough memory', ko: '메모리가 충분한 인스턴스 없음' },
    pattern: /unable to place a task.*(insufficient memory|RESOURCE:MEMORY)/,
    means: {
      en: 'A task cannot be placed: no container instance has enough free memory (closest: {instance}).',
      ko: '태스크를 배치할 수 없습니다. 여유 메모리가 충분한 컨테이너 인스턴스가 없습니다(가장 가까운 인스턴스: {instance}).',
    },
    advice: {
      en: 'Add a container instance, free memory by scaling something in, or reserve less memory in the task definition.',
      ko: '컨테이너 인스턴스를 추가하거나, 다른 서비스를 축소하거나, 태스크 정의의 메모리 예약을 줄이세요.',
    },
  },
  {
    code: 'placement-cpu',
    tone: 'bad',
    short: { en: 'No instance with enough CPU', ko: 'CPU가 충분한 인스턴스 없음' },
    pattern: /unable to place a task.*(insufficient CPU|RESOURCE:CPU)/,
    means: {
      en: 'A task cannot be placed: no container instance has enough free CPU units (closest: {instance}).',
      ko: '태스크를 배치할 수 없습니다. 여유 CPU 유닛이 충분한 컨테이너 인스턴스가 없습니다(가장 가까운 인스턴스: {instance}).',
    },
    advice: {
      en: 'Add a container instance, scale something in, or reserve less CPU in the task definition.',
      ko: '컨테이너 인스턴스를 추가하거나, 다른 서비스를 축소하거나, 태스크 정의의 CPU 예약을 줄이세요.',
    },
  },
  {
    code: 'placement-eni',
    tone: 'bad',
    short: {
      en: 'No instance with a free network interface',
      ko: '네트워크 인터페이스가 남은 인스턴스 없음',
    },
    pattern: /unable to place a task.*RESOURCE:ENI/,
    means: {
      en: 'A task cannot be placed: no container instance has a free network interface for it (closest: {instance}).',
      ko: '태스크를 배치할 수 없습니다. 사용 가능한 네트워크 인터페이스가 있는 컨테이너 인스턴스가 없습니다(가장 가까운 인스턴스: {instance}).',
    },
    advice: {
      en: 'Tasks in awsvpc mode take one interface each. Switch on ENI trunking, use larger instances, or add instances.',
      ko: 'awsvpc 모드의 태스크는 인터페이스를 하나씩 사용합니다. ENI 트렁킹을 켜거나 더 큰 인스턴스를 사용하거나 인스턴스를 추가하세요.',
    },
  },
  {
    code: 'placement-agent',
    tone: 'bad',
    short: { en: 'Agent of the instance not connected', ko: '인스턴스의 에이전트 연결 끊김' },
    pattern: /unable to place a task.*(error ["']?AGENT|agent connected|agent is disconnected)/i,
    means: {
      en: 'A task cannot be placed: the ECS agent of the closest container instance ({instance}) is not connected.',
      ko: '태스크를 배치할 수 없습니다. 가장 가까운 컨테이너 인스턴스({instance})의 ECS 에이전트가 연결되어 있지 않습니다.',
    },
    advice: {
      en: 'See on the instance’s page how long it has been away; restart the agent or replace the instance.',
      ko: '인스턴스 페이지에서 연결이 끊긴 시간을 확인하고, 에이전트를 다시 시작하거나 인스턴스를 교체하세요.',
    },
  },
  {
    code: 'placement-attribute',
    tone: 'bad',
    short: { en: 'No instance with a required attribute', ko: '필수 속성을 가진 인스턴스 없음' },
    pattern: /unable to place a task.*(missing an attribute|error ["']?ATTRIBUTE)/,
    means: {
      en: 'A task cannot be placed: the closest container instance ({instance}) lacks an attribute that the task requires.',
      ko: '태스크를 배치할 수 없습니다. 가장 가까운 컨테이너 인스턴스({instance})에 태스크가 요구하는 속성이 없습니다.',
    },
    advice: {
      en: 'Compare the task definition’s required attributes and the service’s placement constraints with the attributes of the instance.',
      ko: '태스크 정의의 필수 속성과 서비스의 배치 제약 조건을 인스턴스의 속성과 비교하세요.',
    },
  },
  {
    code: 'placement-constraint',
    tone: 'bad',
    short: { en: 'No instance satisfies the constraints', ko: '제약 조건을 만족하는 인스턴스 없음' },
    pattern: /unable to place a task.*placement constraint/i,
    means: {
      en: 'A task cannot be placed: no container instance satisfies the placement constraints (closest: {instance}).',
      ko: '태스크를 배치할 수 없습니다. 배치 제약 조건을 만족하는 컨테이너 인스턴스가 없습니다(가장 가까운 인스턴스: {instance}).',
    },
    advice: {
      en: 'Loosen the constraint, or add an instance that satisfies it; distinctInstance wants one instance for each task.',
      ko: '제약 조건을 완화하거나 조건을 만족하는 인스턴스를 추가하세요. distinctInstance는 태스크마다 인스턴스가 하나씩 필요합니다.',
    },
  },
  {
    code: 'placement-no-instances',
    tone: 'bad',
    short: { en: 'No container instances', ko: '컨테이너 인스턴스 없음' },
    pattern: /unable to place a task.*No Container Instances were found/i,
    means: {
      en: 'A task cannot be placed: the cluster has no container instance that could take it.',
      ko: '태스크를 배치할 수 없습니다. 클러스터에 태스크를 받을 수 있는 컨테이너 인스턴스가 없습니다.',
    },
    advice: {
      en: 'Register an EC2 instance with the cluster, or run the service on Fargate.',
      ko: 'EC2 인스턴스를 클러스터에 등록하거나 서비스를 Fargate에서 실행하세요.',
    },
  },
  {
    code: 'placement-capacity',
    tone: 'bad',
    short: { en: 'No Fargate capacity', ko: 'Fargate 용량 없음' },
    pattern: /unable to place a task.*Capacity is unavailable/i,
    means: {
      en: 'A task cannot be placed: AWS has no Fargate capacity of this kind at the moment.',
      ko: '태스크를 배치할 수 없습니다. 현재 AWS에 해당 Fargate 용량이 없습니다.',
    },
    advice: {
      en: 'ECS keeps trying. Add subnets in other Availability Zones, or use Fargate beside Fargate Spot.',
      ko: 'ECS가 계속 시도합니다. 다른 가용 영역의 서브넷을 추가하거나 Fargate Spot과 함께 Fargate를 사용하세요.',
    },
  },
  {
    code: 'placement-other',
    tone: 'bad',
    short: { en: 'Task cannot be placed', ko: '태스크 배치 불가' },
    pattern: /unable to place a task/,
    means: { en: 'A task cannot be placed.', ko: '태스크를 배치할 수 없습니다.' },
  },
]

const failures: EventCause[] = [
  {
    code: 'blocked-by-percent',
    tone: 'bad',
    short: { en: 'Blocked by the healthy percents', ko: '정상 비율 설정으로 막힘' },
    pattern: /unable to stop or start tasks during a deployment/,
    means: {
      en: 'The deployment cannot move: the minimum healthy percent forbids stopping a task, and the maximum percent forbids starting one.',
      ko: '배포를 진행할 수 없습니다. 최소 정상 비율 때문에 태스크를 중지할 수 없고, 최대 비율 때문에 시작할 수도 없습니다.',
    },
    advice: {
      en: 'Lower the minimum healthy percent or raise the maximum percent, so that at least one task may stop or start. The minimum is rounded up, the maximum down.',
      ko: '태스크를 하나 이상 중지하거나 시작할 수 있도록 최소 정상 비율을 낮추거나 최대 비율을 높이세요. 최솟값은 올림, 최댓값은 내림합니다.',
    },
  },
  {
    code: 'target-unhealthy',
    tone: 'bad',
    short: { en: 'Target unhealthy on port {port}', ko: '포트 {port}의 대상이 비정상' },
    pattern: /\(?port (?<port>\d+)\)? is unhealthy in .*?due to \(reason (?<reason>.*)\)\.?$/,
    means: {
      en: 'The load balancer finds a target on port {port} unhealthy, so ECS replaces its task: {reason}.',
      ko: '로드 밸런서가 포트 {port}의 대상을 비정상으로 판단하여 ECS가 태스크를 교체합니다: {reason}.',
    },
    advice: {
      en: 'See the target’s reason under load balancing. If the application just needs longer to start, raise the health check grace period.',
      ko: '로드 밸런싱 탭에서 대상의 사유를 확인하세요. 애플리케이션의 시작이 느린 것이라면 상태 확인 유예 기간을 늘리세요.',
    },
  },
  {
    code: 'container-unhealthy',
    tone: 'bad',
    short: { en: 'Container health check fails', ko: '컨테이너 상태 확인 실패' },
    pattern: /failed container health checks/,
    means: {
      en: 'A container failed its own health check, so ECS replaces the task.',
      ko: '컨테이너가 자체 상태 확인에 실패하여 ECS가 태스크를 교체합니다.',
    },
    advice: {
      en: 'Run the health check’s command inside the container, and read the container’s log around this time.',
      ko: '컨테이너 안에서 상태 확인 명령을 실행해 보고, 이 시각 전후의 컨테이너 로그를 확인하세요.',
    },
  },
  {
    code: 'inconsistent-start',
    tone: 'bad',
    short: { en: 'Tasks keep failing after start', ko: '태스크가 시작 후 계속 실패' },
    pattern: /unable to consistently start tasks/,
    means: {
      en: 'Tasks keep failing soon after they start; ECS now waits longer between attempts.',
      ko: '태스크가 시작 직후 계속 실패하여 ECS가 재시도 간격을 늘리고 있습니다.',
    },
    advice: {
      en: 'Look at the stopped tasks: exit code, stop reason and the last lines of the log.',
      ko: '중지된 태스크의 종료 코드, 중지 사유, 로그의 마지막 줄을 확인하세요.',
    },
  },
  {
    code: 'deployment-failed',
    tone: 'bad',
    short: { en: 'Deployment failed', ko: '배포 실패' },
    pattern: /deployment failed: (?<reason>.*?)\.?$/,
    means: { en: 'The deployment failed: {reason}.', ko: '배포가 실패했습니다: {reason}.' },
    advice: {
      en: 'See the stopped tasks of this deployment for the cause.',
      ko: '이 배포에서 중지된 태스크에서 원인을 확인하세요.',
    },
  },
  {
    code: 'rollback',
    tone: 'warning',
    short: { en: 'Rolled back by the circuit breaker', ko: '회로 차단기가 롤백' },
    pattern: /rolling back to deployment/,
    means: {
      en: 'The circuit breaker goes back to the last deployment that worked.',
      ko: '회로 차단기가 마지막으로 성공한 배포로 되돌리고 있습니다.',
    },
  },
  {
    code: 'assume-role',
    tone: 'bad',
    short: { en: 'Role cannot be assumed', ko: '역할을 맡을 수 없음' },
    pattern: /unable to assume the role '?(?<role>[^'\s]+)'?/,
    means: { en: 'ECS may not assume the role {role}.', ko: 'ECS가 역할 {role}을(를) 맡을 수 없습니다.' },
    advice: {
      en: 'Check that the role exists and that its trust policy names ecs-tasks.amazonaws.com.',
      ko: '역할이 존재하는지, 신뢰 정책에 ecs-tasks.amazonaws.com이 있는지 확인하세요.',
    },
  },
  {
    code: 'launch-failed',
    tone: 'bad',
    short: { en: 'Task could not be launched', ko: '태스크 시작 실패' },
    pattern: /failed to launch a task with \(error (?<reason>.*)\)\.?$/,
    means: { en: 'A task could not be launched: {reason}', ko: '태스크를 시작하지 못했습니다: {reason}' },
  },
  {
    code: 'register-failed',
    tone: 'bad',
    short: { en: 'Targets could not be registered', ko: '대상 등록 실패' },
    pattern: /failed to (?:de)?register targets .*\(error (?<reason>.*)\)\.?$/,
    means: {
      en: 'Targets could not be registered or deregistered: {reason}',
      ko: '대상을 등록하거나 등록 취소하지 못했습니다: {reason}',
    },
    advice: {
      en: 'Check that the target group still exists and that ECS’s service-linked role may use it.',
      ko: '대상 그룹이 존재하는지, ECS 서비스 연결 역할이 사용할 수 있는지 확인하세요.',
    },
  },
  {
    code: 'throttled',
    tone: 'warning',
    short: { en: 'ECS is throttled by {service}', ko: '{service}에서 ECS 호출 제한' },
    pattern: /operations are being throttled on (?<service>\w+)/,
    means: {
      en: 'AWS limits ECS’s own calls to {service}; it tries again later.',
      ko: 'AWS가 {service}에 대한 ECS 호출을 제한하고 있으며 나중에 다시 시도합니다.',
    },
  },
]

const progress: EventCause[] = [
  { code: 'steady', tone: 'steady', pattern: /has reached a steady state/ },
  { code: 'completed', tone: 'steady', pattern: /deployment completed/ },
]

export const eventCauses: readonly EventCause[] = [...progress, ...placement, ...failures]
