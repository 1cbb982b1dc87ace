/** R4.service-volume: what is configured at launch is configured by the service. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import type { Definition } from '../../definition.ts'
import { defineRule } from '../rule.ts'
import { aService } from '../target-example.ts'

const mountPoints = [{ sourceVolume: 'data', containerPath: '/data' }]
const atLaunch = onFargate({ mountPoints }, { volumes: [{ name: 'data', configuredAtLaunch: true }] })
const plain = onFargate({ mountPoints }, { volumes: [{ name: 'data' }] })
const situation = (definition: Definition, ...volumeConfigurations: string[]) => ({
  definition,
  context: { service: aService({ subnets: ['subnet-1'], volumeConfigurations }) },
})

export const serviceVolume = defineRule({
  id: 'R4.service-volume',
  severity: 'error',
  summary: {
    en: 'A volume that is configured at launch is in the service’s volumeConfigurations, and no other is.',
    ko: '시작 시 구성하는 볼륨은 서비스의 volumeConfigurations에 있고 다른 볼륨은 없습니다.',
  },
  why: {
    en: 'The service says size and kind of the EBS volume, under the same name.',
    ko: '서비스가 같은 이름으로 EBS 볼륨의 크기와 종류를 지정합니다.',
  },
  docs: docs.volumesAtLaunch,
  situations: {
    good: [situation(atLaunch, 'data'), situation(plain)],
    bad: [situation(atLaunch), situation(plain, 'data')],
  },
  find({ volumes = [] }, { service }) {
    if (!service?.volumeConfigurations) return []
    const configured = new Set(service.volumeConfigurations)
    const missing = {
      en: 'Service {service} does not configure volume {volume}, which is configured at launch.',
      ko: '{service} 서비스가 시작 시 구성하는 {volume} 볼륨을 구성하지 않습니다.',
    }
    const surplus = {
      en: 'Service {service} configures volume {volume}, which is not configured at launch here.',
      ko: '{service} 서비스가 {volume} 볼륨을 구성하지만 여기서는 시작 시 구성하는 볼륨이 아닙니다.',
    }
    return volumes.flatMap(({ name = '', configuredAtLaunch = false }, index) => {
      if (configuredAtLaunch === configured.has(name)) return []
      const text = configuredAtLaunch ? missing : surplus
      return [{ path: ['volumes', index], text, values: { service: service.name, volume: name } }]
    })
  },
})
