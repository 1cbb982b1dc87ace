/** What an environment of Elastic Beanstalk has beside its file, and ECS has elsewhere. */
import type { Text } from '../../../../i18n/text.ts'
import type { Draft } from '../draft.ts'
import { ask, note, type Work } from '../work.ts'

const words = {
  properties: {
    en: 'Environment properties, one NAME=value a line',
    ko: '환경 속성(한 줄에 NAME=value 하나)',
  },
  whyProperties: {
    en: 'Elastic Beanstalk gives the environment’s properties to every container; the file does not have them. Leave secrets out.',
    ko: 'Elastic Beanstalk은 환경 속성을 모든 컨테이너에 넣지만 파일에는 없습니다. 비밀 값은 빼세요.',
  },
  healthUrl: {
    en: 'The health check URL of the environment becomes the health check path of the target group.',
    ko: '환경의 상태 확인 URL은 대상 그룹의 상태 확인 경로가 됩니다.',
  },
  count: {
    en: 'Elastic Beanstalk ran one copy on each instance: the service’s desired count is the number of instances, its scaling their minimum and maximum.',
    ko: 'Elastic Beanstalk은 인스턴스마다 하나씩 실행했습니다. 서비스의 원하는 개수는 인스턴스 수, 조정 범위는 그 최솟값과 최댓값입니다.',
  },
  listener: {
    en: 'The listeners of the environment’s load balancer become those of the service’s load balancer.',
    ko: '환경 로드 밸런서의 리스너는 서비스 로드 밸런서의 리스너가 됩니다.',
  },
} satisfies Record<string, Text>

export function adviseBeanstalk(work: Work, draft: Draft): void {
  note(work, 'advice', 'aws:elasticbeanstalk:application', words.healthUrl)
  note(work, 'advice', 'aws:autoscaling:asg', words.count)
  note(work, 'advice', 'aws:elbv2:listener', words.listener)
  const lines = ask(work, {
    id: 'environmentProperties',
    text: words.properties,
    why: words.whyProperties,
    isSensitive: true,
    hasLines: true,
    paths: draft.containers.map((_, index) => ['containerDefinitions', index, 'environment']),
  })
  for (const line of lines?.split(/\r?\n/) ?? []) {
    const [, name, value] = /^\s*([A-Za-z_][\w.-]*)=(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    for (const container of draft.containers)
      // What the file says of a container wins.
      if (!container.environment?.some((variable) => variable.name === name))
        container.environment = [...(container.environment ?? []), { name, value }]
  }
}
