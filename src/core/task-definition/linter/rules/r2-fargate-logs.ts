/** R2.fargate-logs: which log drivers Fargate has. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { containersOf, hasHole, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

const drivers = ['awslogs', 'splunk', 'awsfirelens']

export const fargateLogs = defineRule({
  id: 'R2.fargate-logs',
  severity: 'error',
  summary: {
    en: 'On Fargate logs go through awslogs, splunk or awsfirelens.',
    ko: 'Fargate에서 로그 드라이버는 awslogs, splunk, awsfirelens입니다.',
  },
  why: {
    en: 'The other drivers write to the instance, which nobody can reach on Fargate.',
    ko: '다른 드라이버는 인스턴스에 쓰는데 Fargate에서는 인스턴스에 접근할 수 없습니다.',
  },
  docs: docs.logConfiguration,
  examples: {
    good: [
      onFargate({ logConfiguration: { logDriver: 'splunk' } }),
      onEc2({ logConfiguration: { logDriver: 'json-file' } }),
    ],
    bad: [onFargate({ logConfiguration: { logDriver: 'json-file' } })],
  },
  find: (definition, context) =>
    isForFargate(definition, context)
      ? containersOf(definition).flatMap(({ container: { logConfiguration }, name, path }) => {
          const driver = logConfiguration?.logDriver ?? 'awslogs'
          if (drivers.includes(driver) || hasHole(driver)) return []
          return [
            {
              path: [...path, 'logConfiguration', 'logDriver'],
              text: {
                en: 'Container {container} logs with {driver}; Fargate has awslogs, splunk and awsfirelens.',
                ko: '{container} 컨테이너가 {driver}(으)로 로그를 남깁니다. Fargate에는 awslogs, splunk, awsfirelens가 있습니다.',
              },
              values: { container: name, driver },
            },
          ]
        })
      : [],
})
