/** Members about the network: ports, names, and who speaks to whom. */
import type { Text } from '../../../../i18n/text.ts'
import type { PortMapping } from '../../definition.ts'
import type { Json } from '../../json.ts'
import { portOf, type PublishedPort } from '../amounts.ts'
import { countOf, membersOf, textOf, textsOf } from '../written.ts'
import { type Member, reading, remark, type Service } from './member.ts'

const words = {
  port: {
    en: '“{port}” is no port: write host:container, such as 8080:80.',
    ko: '“{port}”은(는) 포트가 아닙니다. 8080:80처럼 호스트:컨테이너로 적으세요.',
  },
  openPort: {
    en: 'The port “{port}” depends on a variable: it is left out until that is answered.',
    ko: '포트 “{port}”은(는) 변수에 따라 정해집니다. 답하기 전까지 제외됩니다.',
  },
  address: {
    en: 'A port of ECS is bound to all addresses of the instance, not only to {address}; close it with a security group.',
    ko: 'ECS 포트는 {address}만이 아니라 인스턴스의 모든 주소에 열립니다. 보안 그룹으로 막으세요.',
  },
  protocol: {
    en: 'ECS maps TCP and UDP, not {protocol}.',
    ko: 'ECS는 TCP와 UDP만 매핑하며 {protocol}은(는) 매핑하지 않습니다.',
  },
  rangeHost: {
    en: 'The host ports of a range are chosen by the agent.',
    ko: '범위의 호스트 포트는 에이전트가 고릅니다.',
  },
  expose: {
    en: 'Containers of one task reach every port of each other; nothing has to be exposed.',
    ko: '한 태스크의 컨테이너는 서로의 모든 포트에 접근합니다. 따로 노출할 필요가 없습니다.',
  },
  networks: {
    en: 'All containers of a task share one network: {names} does not separate them.',
    ko: '한 태스크의 컨테이너는 모두 같은 네트워크를 씁니다. {names} 네트워크로 나뉘지 않습니다.',
  },
  address4: {
    en: 'A container cannot choose its address on network {name}.',
    ko: '컨테이너는 {name} 네트워크의 주소를 고를 수 없습니다.',
  },
  otherMode: {
    en: 'The network mode “{mode}” does not exist in ECS: containers of a task with awsvpc share one network.',
    ko: 'ECS에는 네트워크 모드 “{mode}”이(가) 없습니다. awsvpc 태스크의 컨테이너는 한 네트워크를 함께 씁니다.',
  },
  externalLink: {
    en: 'The container {name} is not in this definition: reach it with Service Connect or by its address.',
    ko: '{name} 컨테이너는 이 정의에 없습니다. Service Connect나 주소로 접근하세요.',
  },
  extraHost: {
    en: '“{line}” names no address: it is left out.',
    ko: '“{line}”에 주소가 없어 제외했습니다.',
  },
} satisfies Record<string, Text>

export const networkMembers: Record<string, Member> = {
  ports: (value, service, member) => {
    for (const item of Array.isArray(value) ? value : [value]) addPort(item, service, member)
  },
  expose: (_, service, member) => remark(service, 'changed', member, words.expose),
  networks: (value, service, member) => {
    const names = textsOf(value) ?? Object.keys(membersOf(value) ?? {})
    const own = names.filter((name) => name !== 'default')
    if (own.length > 0) remark(service, 'lost', member, words.networks, { names: own.join(', ') })
    for (const [name, inner] of Object.entries(membersOf(value) ?? {}))
      readNetwork(name, inner, service, member)
  },
  network_mode: reading(textOf, (mode, service, member) => {
    if (mode === 'host' || mode === 'bridge' || mode === 'none') service.draft.hints.networkMode ??= mode
    else remark(service, 'changed', member, words.otherMode, { mode })
  }),
  links: reading(textsOf, (links, service, member) => {
    for (const link of links) {
      const [to = '', alias] = link.split(':')
      if (!service.neighbours.includes(to)) {
        remark(service, 'lost', member, words.externalLink, { name: to })
        continue
      }
      service.draft.reaches.push({ from: service.name, to, ...(alias && alias !== to && { alias }) })
    }
  }),
  external_links: reading(textsOf, (links, service, member) => {
    for (const link of links) remark(service, 'lost', member, words.externalLink, { name: link })
  }),
  hostname: reading(textOf, (hostname, { container }) => {
    container.hostname = hostname
  }),
  dns: reading(textsOf, (servers, { container }) => {
    container.dnsServers = servers
  }),
  dns_search: reading(textsOf, (domains, { container }) => {
    container.dnsSearchDomains = domains
  }),
  extra_hosts: reading(hostLinesOf, (lines, service, member) => {
    for (const line of lines) {
      const [, hostname, ipAddress = ''] = /^([^:=]+)[:=](.*)$/.exec(line) ?? []
      if (hostname === undefined || !/^[\d.:a-f[\]]+$/i.test(ipAddress)) {
        remark(service, 'lost', member, words.extraHost, { line })
        continue
      }
      const others = service.container.extraHosts ?? []
      service.container.extraHosts = [...others, { hostname, ipAddress }]
    }
  }),
}

function hostLinesOf(value: Json): string[] | undefined {
  const members = membersOf(value)
  if (!members) return textsOf(value)
  return Object.entries(members).flatMap(([name, inner]) =>
    (textsOf(inner) ?? []).map((to) => `${name}=${to}`),
  )
}

function readNetwork(name: string, value: Json, service: Service, member: string): void {
  const detail = membersOf(value) ?? {}
  if ('ipv4_address' in detail || 'ipv6_address' in detail)
    remark(service, 'lost', member, words.address4, { name })
  // An alias is one more name by which all others know it.
  for (const alias of textsOf(detail['aliases']) ?? [])
    for (const from of service.neighbours)
      if (from !== service.name) service.draft.reaches.push({ from, to: service.name, alias })
}

function addPort(value: Json, service: Service, member: string): void {
  const long = membersOf(value)
  const text = long ? longPort(long) : (textOf(value) ?? '')
  const port = portOf(text)
  if (!port)
    return text.includes('$')
      ? remark(service, 'lost', member, words.openPort, { port: text })
      : service.refuse(member, words.port, { port: text })
  if (port.protocol === 'sctp')
    return remark(service, 'lost', member, words.protocol, { protocol: port.protocol })
  notePort(port, service, member)
  const appProtocol = textOf(long?.['app_protocol']) ?? ''
  const mapping = { ...mappingOf(port), ...(/^(?:http|http2|grpc)$/.test(appProtocol) && { appProtocol }) }
  service.container.portMappings = [...(service.container.portMappings ?? []), mapping]
}

function notePort({ address = '', host, container }: PublishedPort, service: Service, member: string): void {
  if (!/^(?:|0\.0\.0\.0|\[::\])$/.test(address)) remark(service, 'lost', member, words.address, { address })
  if (host && container[0] !== container[1]) remark(service, 'changed', member, words.rangeHost)
}

/** As the short form would say it. */
function longPort(port: Record<string, Json>): string {
  const [target, published] = [textOf(port['target']) ?? '', textOf(port['published'])]
  const address = textOf(port['host_ip'])
  const protocol = textOf(port['protocol']) ?? 'tcp'
  const outer = `${address === undefined ? '' : `${address}:`}${published ?? ''}`
  return `${outer === '' ? '' : `${outer}:`}${target}/${protocol}`
}

function mappingOf({ container: [first, last], host, protocol }: PublishedPort): PortMapping {
  const shown = protocol === 'tcp' ? {} : { protocol }
  if (first !== last) return { containerPortRange: `${first}-${last}`, ...shown }
  return { containerPort: first, ...(host && { hostPort: countOf(host[0]) ?? 0 }), ...shown }
}
