/** Members that a task definition has nothing for, each with what to do instead. */
import type { Text } from '../../../../i18n/text.ts'
import { flagOf, textOf } from '../written.ts'
import { lost, type Member, reading, remark } from './member.ts'

const advice = {
  kernel: {
    en: 'A task definition cannot set this; set it on the container instance, or leave it.',
    ko: '태스크 정의로는 지정할 수 없습니다. 컨테이너 인스턴스에서 설정하거나 생략하세요.',
  },
  cpu: {
    en: 'ECS shares CPU by units: use cpu of the container and of the task.',
    ko: 'ECS는 단위로 CPU를 나눕니다. 컨테이너와 태스크의 cpu를 쓰세요.',
  },
  network: {
    en: 'ECS gives a task its addresses and names: use Service Connect or Cloud Map for names.',
    ko: '태스크의 주소와 이름은 ECS가 정합니다. 이름이 필요하면 Service Connect나 Cloud Map을 쓰세요.',
  },
  development: {
    en: 'This is for development on one computer; a task does without.',
    ko: '로컬 개발용 설정이라 태스크에는 필요하지 않습니다.',
  },
  hooks: {
    en: 'ECS has no hooks of a container: use the entry point, or a container on which others depend.',
    ko: 'ECS에는 컨테이너 훅이 없습니다. 진입점을 쓰거나 다른 컨테이너가 의존하는 컨테이너를 두세요.',
  },
  pull: {
    en: 'Fargate pulls the image for each task; on instances ECS_IMAGE_PULL_BEHAVIOR of the agent says when.',
    ko: 'Fargate는 태스크마다 이미지를 받습니다. 인스턴스에서는 에이전트의 ECS_IMAGE_PULL_BEHAVIOR가 정합니다.',
  },
  count: {
    en: 'How many run is the desired count of the service.',
    ko: '실행 개수는 서비스의 원하는 개수로 정합니다.',
  },
  extended: {
    en: 'The service it extends is in another file: paste what it adds.',
    ko: '확장하는 서비스가 다른 파일에 있습니다. 그 내용을 붙여 넣으세요.',
  },
  profiles: {
    en: 'A task starts all its containers: remove those of profiles that should not run.',
    ko: '태스크는 모든 컨테이너를 시작합니다. 실행하지 않을 프로필의 컨테이너는 지우세요.',
  },
  name: {
    en: 'A container of ECS is called as its service; {name} is not used.',
    ko: 'ECS 컨테이너 이름은 서비스 이름입니다. {name}은(는) 쓰지 않습니다.',
  },
  platform: {
    en: 'A task runs on Linux or Windows, x86 or ARM; {platform} is none of them.',
    ko: '태스크는 Linux나 Windows, x86이나 ARM에서 실행됩니다. {platform}은(는) 해당하지 않습니다.',
  },
  namespace: {
    en: 'Containers of a task can share a namespace with each other or the instance; {mode} is neither.',
    ko: '태스크의 컨테이너는 서로 또는 인스턴스와 네임스페이스를 공유할 수 있습니다. {mode}은(는) 둘 다 아닙니다.',
  },
} satisfies Record<string, Text>

const platforms: Record<string, string> = {
  'linux/amd64': 'X86_64',
  'linux/x86_64': 'X86_64',
  'linux/arm64': 'ARM64',
  'linux/arm64/v8': 'ARM64',
  'linux/aarch64': 'ARM64',
}

/** Names by the advice that fits them. */
const nothing: Record<Exclude<keyof typeof advice, 'name' | 'platform' | 'namespace'>, string[]> = {
  kernel: `annotations blkio_config cgroup cgroup_parent device_cgroup_rules group_add isolation oom_score_adj
     pids_limit runtime storage_opt userns_mode uts volume_driver`.split(/\s+/),
  cpu: 'cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpuset cpuset_mems'.split(
    ' ',
  ),
  network: 'dns_opt domainname ip mac_address network_alias'.split(' '),
  development: 'attach develop detach label_file models provider remove use_api_socket'.split(' '),
  hooks: 'post_start pre_stop'.split(' '),
  pull: ['pull_policy'],
  count: ['scale'],
  extended: ['extends'],
  profiles: ['profiles'],
}

export const membersWithoutEqual: Record<string, Member> = {
  ...Object.fromEntries(
    Object.entries(nothing).flatMap(([kind, names]) =>
      names.map((name) => [name, lost(advice[kind as keyof typeof nothing])]),
    ),
  ),
  container_name: reading(textOf, (name, service, member) => {
    if (name !== service.name) remark(service, 'lost', member, advice.name, { name })
  }),
  platform: reading(textOf, (platform, service, member) => {
    const cpuArchitecture = platforms[platform]
    if (cpuArchitecture === undefined) return remark(service, 'lost', member, advice.platform, { platform })
    service.draft.definition.runtimePlatform = { cpuArchitecture, operatingSystemFamily: 'LINUX' }
  }),
  ipc: reading(textOf, (mode, service, member) => {
    if (mode === 'host' || mode === 'none') service.draft.definition.ipcMode = mode
    else if (mode === 'shareable' || /^(?:service|container):/.test(mode))
      service.draft.definition.ipcMode = 'task'
    else if (mode !== 'private') remark(service, 'lost', member, advice.namespace, { mode })
  }),
  pid: reading(textOf, (mode, service, member) => {
    if (mode === 'host') service.draft.definition.pidMode = 'host'
    else if (/^(?:service|container):/.test(mode)) service.draft.definition.pidMode = 'task'
    else remark(service, 'lost', member, advice.namespace, { mode })
  }),
  oom_kill_disable: reading(flagOf, (isOff, service, member) => {
    if (isOff) remark(service, 'lost', member, advice.kernel)
  }),
}
