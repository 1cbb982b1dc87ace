/** Whether a definition fits the load balancing of a service that is to run it. */
import type { Text, TextValues } from '../../../i18n/text.ts'
import type { Service, ServiceLoadBalancer } from '../../ecs/service.ts'
import { targetGroupName } from '../../elb/arn-name.ts'
import type { TargetGroup } from '../../elb/target-group.ts'
import type { Definition } from '../definition.ts'
import type { Check, CheckState } from './check.ts'

const words = {
  fits: {
    en: 'Target group {group} of {service} takes {type} targets, as network mode {mode} needs',
    ko: '{service}의 대상 그룹 {group}은 네트워크 모드 {mode}에 필요한 {type} 유형 대상을 받습니다',
  },
  wrongType: {
    en: 'Target group {group} of {service} takes {type} targets; network mode {mode} needs {wanted}. AWS will refuse the update',
    ko: '{service}의 대상 그룹 {group}은 {type} 유형 대상을 받지만 네트워크 모드 {mode}에는 {wanted} 유형이 필요합니다. AWS가 업데이트를 거부합니다',
  },
  noContainer: {
    en: 'Service {service} sends traffic to container {container}, which the definition lacks',
    ko: '{service} 서비스가 트래픽을 보내는 컨테이너 {container}이(가) 정의에 없습니다',
  },
  noPort: {
    en: 'Service {service} sends traffic to port {port} of {container}, which has no such port mapping',
    ko: '{service} 서비스가 트래픽을 보내는 {container}의 포트 {port}에 대한 포트 매핑이 없습니다',
  },
  noGroup: {
    en: 'Target group {group} of {service} does not exist',
    ko: '{service}의 대상 그룹 {group}이 없습니다',
  },
  wrongLaunch: {
    en: 'Service {service} runs on {launch}; the definition is registered for {wanted} only. AWS will refuse the update',
    ko: '{service} 서비스는 {launch}에서 실행되지만 정의는 {wanted}용으로만 등록되어 있습니다. AWS가 업데이트를 거부합니다',
  },
  needsNetwork: {
    en: 'Service {service} has no subnets: network mode awsvpc needs a network configuration',
    ko: '{service} 서비스에 서브넷이 없습니다. 네트워크 모드 awsvpc에는 네트워크 구성이 필요합니다',
  },
  needsNoNetwork: {
    en: 'Service {service} has a network configuration, which network mode {mode} does not take',
    ko: '{service} 서비스에 네트워크 구성이 있지만 네트워크 모드 {mode}에서는 사용할 수 없습니다',
  },
} satisfies Record<string, Text>

/** Checks of each load balancer entry and of the network configuration. */
export function targetChecks(
  definition: Definition,
  service: Pick<Service, 'name' | 'loadBalancers' | 'subnets' | 'launchType'>,
  groups: readonly TargetGroup[],
): Check[] {
  return [
    ...launchChecks(definition, service),
    ...networkChecks(definition, service),
    ...service.loadBalancers.flatMap((entry) => entryChecks(definition, service.name, entry, groups)),
  ]
}

/** Services with a capacity provider strategy have no launch type: what their providers are is not judged. */
function launchChecks(
  { requiresCompatibilities: wanted = [] }: Definition,
  { name: service, launchType: launch }: Pick<Service, 'name' | 'launchType'>,
): Check[] {
  if (launch === undefined || wanted.length === 0 || wanted.includes(launch)) return []
  return [
    check(`launch/${service}`, 'bad', words.wrongLaunch, { service, launch, wanted: wanted.join(', ') }),
  ]
}

function modeOf({ networkMode = 'bridge' }: Definition): string {
  return networkMode
}

function networkChecks(
  definition: Definition,
  { name: service, subnets }: Pick<Service, 'name' | 'subnets'>,
): Check[] {
  const mode = modeOf(definition)
  const id = `network/${service}`
  if (mode === 'awsvpc' && subnets.length === 0) return [check(id, 'bad', words.needsNetwork, { service })]
  if (mode !== 'awsvpc' && subnets.length > 0)
    return [check(id, 'bad', words.needsNoNetwork, { service, mode })]
  return []
}

function entryChecks(
  definition: Definition,
  service: string,
  { targetGroupArn, containerName = '', containerPort = 0 }: ServiceLoadBalancer,
  groups: readonly TargetGroup[],
): Check[] {
  const id = `target/${service}/${targetGroupArn ?? ''}/${containerName}`
  return [
    ...containerChecks(id, definition, { service, container: containerName, port: containerPort }),
    ...(targetGroupArn === undefined ? [] : [groupCheck(id, definition, service, targetGroupArn, groups)]),
  ]
}

function containerChecks(
  id: string,
  definition: Definition,
  values: { service: string; container: string; port: number },
): Check[] {
  const found = definition.containerDefinitions?.find(({ name }) => name === values.container)
  if (!found) return [check(`${id}/container`, 'bad', words.noContainer, values)]
  const isMapped = (found.portMappings ?? []).some(
    ({ containerPort, containerPortRange }) =>
      containerPort === values.port || isWithin(values.port, containerPortRange),
  )
  return isMapped ? [] : [check(`${id}/port`, 'bad', words.noPort, values)]
}

function isWithin(port: number, range: string | undefined): boolean {
  const [first = Number.NaN, last = first] = (range ?? '').split('-').map(Number)
  return port >= first && port <= last
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-types.html: awsvpc takes `ip`, the others `instance`. */
function groupCheck(
  id: string,
  definition: Definition,
  service: string,
  arn: string,
  groups: readonly TargetGroup[],
): Check {
  const mode = modeOf(definition)
  const group = targetGroupName(arn)
  const found = groups.find((one) => one.arn === arn)
  if (!found) return check(id, 'bad', words.noGroup, { service, group })
  const wanted = mode === 'awsvpc' ? 'ip' : 'instance'
  const values = { service, group, type: found.targetType, mode, wanted }
  return found.targetType === wanted
    ? check(id, 'good', words.fits, values)
    : check(id, 'bad', words.wrongType, values)
}

function check(id: string, state: CheckState, text: Text, values: TextValues): Check {
  return { id, path: ['containerDefinitions'], state, message: { text, values } }
}
